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
