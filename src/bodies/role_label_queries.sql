-- name: role_labels_of
-- What a country calls the roles, in every language.
SELECT role, language, text FROM bodies_role_label WHERE country = :country ORDER BY role, language;

-- name: delete_role_labels
DELETE FROM bodies_role_label WHERE country = :country;

-- name: insert_role_label
INSERT INTO bodies_role_label (country, role, language, text) VALUES (:country, :role, :language, :text);
