-- fragment: engagement_columns
e.id, e.body, e.kind, e.mandate, e.organization, e.lead_agency, e.dedicated_person, e.time_share, e.signed_on, e.valid_until, e.terminated_on, e.previous, e.version;

-- name: engagement
SELECT {{engagement_columns}} FROM bodies_engagement e WHERE e.id = :id;

-- name: engagements_of
-- Every engagement of a body, the latest end first, drafts on top.
SELECT {{engagement_columns}} FROM bodies_engagement e WHERE e.body = :body ORDER BY e.valid_until DESC NULLS FIRST, e.id;

-- name: engagements_ending
-- Signed and not yet renewed by a signed one, of any body, whose last valid day lies between two days.
SELECT {{engagement_columns}} FROM bodies_engagement e
 WHERE e.signed_on IS NOT NULL AND e.valid_until >= :first_day AND e.valid_until <= :last_day AND e.terminated_on IS NULL
   AND NOT EXISTS (SELECT 1 FROM bodies_engagement n WHERE n.previous = e.id AND n.signed_on IS NOT NULL)
 ORDER BY e.valid_until, e.id;

-- name: insert_engagement
INSERT INTO bodies_engagement (id, body, kind, mandate, organization, lead_agency, dedicated_person, time_share, signed_on, valid_until, terminated_on, previous, version)
VALUES (:id, :body, :kind, :mandate, :organization, :lead_agency, :dedicated_person, :time_share, :signed_on, :valid_until, :terminated_on, :previous, 1);

-- name: update_engagement
UPDATE bodies_engagement
   SET kind = :kind, mandate = :mandate, organization = :organization, lead_agency = :lead_agency, dedicated_person = :dedicated_person, time_share = :time_share,
       signed_on = :signed_on, valid_until = :valid_until, terminated_on = :terminated_on, previous = :previous, version = version + 1
 WHERE id = :id AND version = :version;

-- name: spans_of_body
-- Signed engagements of a body with the mandate each backs: what rights are counted by.
SELECT mandate, signed_on, valid_until, terminated_on FROM bodies_engagement
 WHERE body = :body AND mandate IS NOT NULL AND signed_on IS NOT NULL ORDER BY mandate, signed_on;

-- fragment: short_names
CASE WHEN o.acronym <> '' THEN o.acronym ELSE o.name END, o.name, CASE WHEN l.acronym <> '' THEN l.acronym ELSE coalesce(l.name, '') END, coalesce(l.name, ''), coalesce(d.full_name, ''),
 coalesce(m.role, ''), coalesce(h.full_name, CASE WHEN ho.acronym <> '' THEN ho.acronym ELSE ho.name END, ''), n.id, n.signed_on;

-- fragment: engagements_and_names
bodies_engagement e JOIN people_organization o ON o.id = e.organization LEFT JOIN people_organization l ON l.id = e.lead_agency
  LEFT JOIN people_person d ON d.id = e.dedicated_person LEFT JOIN bodies_mandate m ON m.id = e.mandate LEFT JOIN people_person h ON h.id = m.person
  LEFT JOIN people_organization ho ON ho.id = m.organization LEFT JOIN bodies_engagement n ON n.previous = e.id;

-- name: named_engagement
SELECT {{engagement_columns}}, {{short_names}} FROM {{engagements_and_names}} WHERE e.id = :id;

-- name: named_engagements_of
-- As engagements_of, with the names to show and what came after.
SELECT {{engagement_columns}}, {{short_names}} FROM {{engagements_and_names}} WHERE e.body = :body ORDER BY e.valid_until DESC NULLS FIRST, e.id;
