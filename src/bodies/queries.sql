-- fragment: body_columns
b.id, b.kind, b.name, b.acronym, b.code, b.country, b.parent, b.quiet_weekdays, b.quiet_days, b.night_from, b.night_until, b.version, b.reports_to, b.sector, b.archived_on, b.merged_into;

-- name: body
SELECT {{body_columns}} FROM bodies_body b WHERE b.id = :id;

-- name: body_with_code
SELECT {{body_columns}} FROM bodies_body b WHERE b.code = :code;

-- name: body_aliases
SELECT text, language FROM bodies_alias WHERE body = :body ORDER BY place;

-- fragment: bodies_found
(CAST(:country AS TEXT) IS NULL OR b.country = :country)
   AND (:shown = 'all' OR (:shown = 'current' AND b.archived_on IS NULL AND b.merged_into IS NULL) OR (:shown = 'archived' AND b.archived_on IS NOT NULL))
   AND b.search LIKE :first AND b.search LIKE :second AND b.search LIKE :third;

-- name: bodies
SELECT {{body_columns}} FROM bodies_body b WHERE {{bodies_found}} ORDER BY b.search, b.id LIMIT :limit OFFSET :offset;

-- name: count_bodies
SELECT count(*) FROM bodies_body b WHERE {{bodies_found}};

-- name: bodies_below
-- Those that are part of a body or answer to it, directly.
SELECT {{body_columns}} FROM bodies_body b WHERE b.parent = :body OR b.reports_to = :body ORDER BY b.search, b.id;

-- name: bodies_merged_into
SELECT {{body_columns}} FROM bodies_body b WHERE b.merged_into = :body ORDER BY b.search, b.id;

-- name: bodies_of_person
-- Where the person belongs or acts on that day, by themselves or through an organisation.
SELECT {{body_columns}}, b.search
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

-- name: merged_into
SELECT merged_into FROM bodies_body WHERE id = :body;

-- name: insert_body
INSERT INTO bodies_body (id, kind, name, acronym, code, country, parent, quiet_weekdays, quiet_days, night_from, night_until, search, version, created_at, updated_at, reports_to, sector, archived_on, merged_into)
VALUES (:id, :kind, :name, :acronym, :code, :country, :parent, :quiet_weekdays, :quiet_days, :night_from, :night_until, :search, 1, :now, :now, :reports_to, :sector, :archived_on, :merged_into);

-- name: update_body
UPDATE bodies_body
   SET kind = :kind, name = :name, acronym = :acronym, code = :code, country = :country, parent = :parent, quiet_weekdays = :quiet_weekdays,
       quiet_days = :quiet_days, night_from = :night_from, night_until = :night_until, search = :search, version = version + 1, updated_at = :now,
       reports_to = :reports_to, sector = :sector, archived_on = :archived_on, merged_into = :merged_into
 WHERE id = :id AND version = :version;

-- name: forget_body_line
DELETE FROM bodies_line WHERE body = :body AND starts_on = :day;

-- name: insert_body_line
INSERT INTO bodies_line (body, starts_on, parent, reports_to) VALUES (:body, :day, :parent, :reports_to);

-- name: delete_body_aliases
DELETE FROM bodies_alias WHERE body = :body;

-- name: insert_body_alias
INSERT INTO bodies_alias (body, place, text, language) VALUES (:body, :place, :text, :language);
