-- fragment: mandate_columns
m.id, m.body, m.role, m.organization, m.person, m.level, m.area, m.starts_on, m.ends_on, m.version;

-- fragment: holder_names
coalesce(o.name, ''), coalesce(o.acronym, ''), coalesce(p.full_name, ''), coalesce(p.email, '');

-- fragment: mandates_and_holders
bodies_mandate m LEFT JOIN people_organization o ON o.id = m.organization LEFT JOIN people_person p ON p.id = m.person;

-- name: mandate
SELECT {{mandate_columns}} FROM bodies_mandate m WHERE m.id = :id;

-- name: named_mandate
SELECT {{mandate_columns}}, {{holder_names}} FROM {{mandates_and_holders}} WHERE m.id = :id;

-- name: mandates_of
-- Past, present and to come, with the names to show.
SELECT {{mandate_columns}}, {{holder_names}} FROM {{mandates_and_holders}} WHERE m.body = :body ORDER BY m.starts_on, m.id;

-- name: mandates_on
-- Those whose period holds on one day; engagements are asked apart.
SELECT {{mandate_columns}}, {{holder_names}} FROM {{mandates_and_holders}}
 WHERE m.body = :body AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day) ORDER BY m.starts_on, m.id;

-- name: mandates_of_person
-- In any body, on one day.
SELECT {{mandate_columns}} FROM bodies_mandate m
 WHERE m.person = :person AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day) ORDER BY m.starts_on, m.id;

-- name: mandates_ending
-- Of any body, those whose last day lies between two days, soonest first.
SELECT {{mandate_columns}}, {{holder_names}} FROM {{mandates_and_holders}}
 WHERE m.ends_on >= :first_day AND m.ends_on <= :last_day AND m.starts_on <= :first_day ORDER BY m.ends_on, m.id;

-- name: overlapping_mandates
-- Of one role in one body, at one level and in one area, that share a day with a period; an open end is given as the last day there is.
SELECT {{mandate_columns}}, {{holder_names}} FROM {{mandates_and_holders}}
 WHERE m.body = :body AND m.role = :role AND m.id <> :id AND m.level = :level AND coalesce(m.area, '') = :area
   AND m.starts_on <= :last_day AND (m.ends_on IS NULL OR m.ends_on >= :starts_on)
 ORDER BY m.starts_on, m.id;

-- name: insert_mandate
INSERT INTO bodies_mandate (id, body, role, organization, person, level, area, starts_on, ends_on, version)
VALUES (:id, :body, :role, :organization, :person, :level, :area, :starts_on, :ends_on, 1);

-- name: update_mandate
UPDATE bodies_mandate
   SET role = :role, organization = :organization, person = :person, level = :level, area = :area, starts_on = :starts_on, ends_on = :ends_on, version = version + 1
 WHERE id = :id AND version = :version;

-- name: coordinators_of
-- Named persons who coordinate that day, whoever answers for the body first.
SELECT p.full_name FROM bodies_mandate m JOIN people_person p ON p.id = m.person
 WHERE m.body = :body AND m.role IN ('coordinator', 'donor_lead', 'facilitator', 'chair', 'co_coordinator')
   AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on >= :today)
 ORDER BY CASE WHEN m.role = 'co_coordinator' THEN 1 ELSE 0 END, m.starts_on, m.id;

-- name: count_acting_mandates
-- In any body: what lets somebody correct the directory of organisations and persons.
SELECT count(*) FROM bodies_mandate m
 WHERE m.person = :person
   AND m.role IN ('coordinator', 'co_coordinator', 'donor_lead', 'donor_incoming', 'chair', 'facilitator', 'secretary', 'information_manager', 'assistant')
   AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on >= :today)
   AND (NOT EXISTS (SELECT 1 FROM bodies_engagement e WHERE e.mandate = m.id AND e.signed_on IS NOT NULL)
        OR EXISTS (SELECT 1 FROM bodies_engagement e WHERE e.mandate = m.id AND e.signed_on <= :today AND e.valid_until >= :today
                    AND (e.terminated_on IS NULL OR e.terminated_on >= :today)));
