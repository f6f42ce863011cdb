-- name: body
SELECT id, kind, name, acronym, code, country, parent, quiet_weekdays, quiet_days, night_from, night_until, version
  FROM bodies_body WHERE id = :id;

-- name: body_with_code
SELECT id, kind, name, acronym, code, country, parent, quiet_weekdays, quiet_days, night_from, night_until, version
  FROM bodies_body WHERE code = :code;

-- name: body_aliases
SELECT text, language FROM bodies_alias WHERE body = :body ORDER BY place;

-- name: bodies
SELECT id, kind, name, acronym, code, country, parent, quiet_weekdays, quiet_days, night_from, night_until, version
  FROM bodies_body
 WHERE (CAST(:country AS TEXT) IS NULL OR country = :country)
   AND search LIKE :first AND search LIKE :second AND search LIKE :third
 ORDER BY search, id LIMIT :limit OFFSET :offset;

-- name: count_bodies
SELECT count(*) FROM bodies_body
 WHERE (CAST(:country AS TEXT) IS NULL OR country = :country)
   AND search LIKE :first AND search LIKE :second AND search LIKE :third;

-- name: bodies_of_person
-- Where the person belongs or acts on that day, by themselves or through an organisation.
SELECT b.id, b.kind, b.name, b.acronym, b.code, b.country, b.parent, b.quiet_weekdays, b.quiet_days, b.night_from, b.night_until, b.version, b.search
  FROM bodies_body b
 WHERE b.id IN (
   SELECT body FROM bodies_mandate
    WHERE starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)
      AND (person = :person OR organization IN (
            SELECT organization FROM people_affiliation WHERE person = :person AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)))
   UNION
   SELECT body FROM bodies_membership
    WHERE status IN ('member', 'observer') AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)
      AND (person = :person OR organization IN (
            SELECT organization FROM people_affiliation WHERE person = :person AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today))))
 ORDER BY b.search, b.id;

-- name: insert_body
INSERT INTO bodies_body (id, kind, name, acronym, code, country, parent, quiet_weekdays, quiet_days, night_from, night_until, search, version, created_at, updated_at)
VALUES (:id, :kind, :name, :acronym, :code, :country, :parent, :quiet_weekdays, :quiet_days, :night_from, :night_until, :search, 1, :now, :now);

-- name: update_body
UPDATE bodies_body
   SET kind = :kind, name = :name, acronym = :acronym, code = :code, country = :country, parent = :parent, quiet_weekdays = :quiet_weekdays,
       quiet_days = :quiet_days, night_from = :night_from, night_until = :night_until, search = :search, version = version + 1, updated_at = :now
 WHERE id = :id AND version = :version;

-- name: delete_body_aliases
DELETE FROM bodies_alias WHERE body = :body;

-- name: insert_body_alias
INSERT INTO bodies_alias (body, place, text, language) VALUES (:body, :place, :text, :language);

-- name: membership
SELECT id, body, organization, person, status, starts_on, ends_on FROM bodies_membership WHERE id = :id;

-- name: memberships_of
-- Past, present and to come, with the names to show.
SELECT m.id, m.body, m.organization, m.person, m.status, m.starts_on, m.ends_on, o.name, o.acronym, p.full_name, p.email
  FROM bodies_membership m
  LEFT JOIN people_organization o ON o.id = m.organization
  LEFT JOIN people_person p ON p.id = m.person
 WHERE m.body = :body
 ORDER BY o.search NULLS FIRST, p.search NULLS FIRST, m.starts_on, m.id;

-- name: memberships_on
-- Those that hold on one day, with the names to show.
SELECT m.id, m.body, m.organization, m.person, m.status, m.starts_on, m.ends_on, o.name, o.acronym, p.full_name, p.email
  FROM bodies_membership m
  LEFT JOIN people_organization o ON o.id = m.organization
  LEFT JOIN people_person p ON p.id = m.person
 WHERE m.body = :body AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY o.search NULLS FIRST, p.search NULLS FIRST, m.starts_on, m.id;

-- name: member_organizations
-- Each once, whatever the number of its memberships; observers, candidates and suspended members carry nothing.
SELECT DISTINCT o.id, o.name, o.acronym, o.search
  FROM bodies_membership m JOIN people_organization o ON o.id = m.organization
 WHERE m.body = :body AND m.status = 'member' AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY o.search, o.id;

-- name: memberships_of_person
-- In force that day, in any body.
SELECT id, body, organization, person, status, starts_on, ends_on FROM bodies_membership
 WHERE person = :person AND starts_on <= :day AND (ends_on IS NULL OR ends_on >= :day) ORDER BY starts_on, id;

-- name: memberships_ending
-- Of any body, those whose last day lies between two days, soonest first.
SELECT m.id, m.body, m.organization, m.person, m.status, m.starts_on, m.ends_on, o.name, o.acronym, p.full_name, p.email
  FROM bodies_membership m
  LEFT JOIN people_organization o ON o.id = m.organization
  LEFT JOIN people_person p ON p.id = m.person
 WHERE m.ends_on >= :first_day AND m.ends_on <= :last_day AND m.starts_on <= :first_day
 ORDER BY m.ends_on, m.id;

-- name: same_membership
-- Memberships of the same holder that overlap the given period; an open end is given as the last day there is.
SELECT count(*) FROM bodies_membership
 WHERE body = :body AND id <> :id
   AND ((organization IS NULL AND CAST(:organization AS TEXT) IS NULL) OR organization = :organization)
   AND ((person IS NULL AND CAST(:person AS TEXT) IS NULL) OR person = :person)
   AND starts_on <= :last_day AND (ends_on IS NULL OR ends_on >= :starts_on);

-- name: insert_membership
INSERT INTO bodies_membership (id, body, organization, person, status, starts_on, ends_on)
VALUES (:id, :body, :organization, :person, :status, :starts_on, :ends_on);

-- name: end_membership
UPDATE bodies_membership SET ends_on = :ends_on WHERE id = :id AND starts_on <= :ends_on;
