-- name: acronyms
SELECT id, country, text, french, english, version FROM people_acronym ORDER BY text, id;

-- name: acronym
SELECT id, country, text, french, english, version FROM people_acronym WHERE id = :id;

-- name: count_same_acronym
-- Another one of that text for that country, or for everywhere.
SELECT count(*) FROM people_acronym
 WHERE text = :text AND id <> :id AND COALESCE(country, '') = COALESCE(CAST(:country AS TEXT), '');

-- name: insert_acronym
INSERT INTO people_acronym (id, country, text, french, english, version) VALUES (:id, :country, :text, :french, :english, 1);

-- name: update_acronym
UPDATE people_acronym SET country = :country, text = :text, french = :french, english = :english, version = version + 1
 WHERE id = :id AND version = :version;

-- name: delete_acronym
DELETE FROM people_acronym WHERE id = :id;
