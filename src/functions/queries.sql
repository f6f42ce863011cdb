-- The tables bear the name of the feature that made them first.

-- name: current_catalogue
SELECT version, note FROM actions_catalogue ORDER BY version DESC LIMIT 1;

-- name: list_catalogues
SELECT version, note, created_at FROM actions_catalogue ORDER BY version DESC;

-- name: find_catalogue
SELECT version, note FROM actions_catalogue WHERE version = :version;

-- name: catalogue_functions
SELECT code, label_fr, label_en FROM actions_function WHERE catalogue = :version ORDER BY position;

-- name: insert_catalogue
INSERT INTO actions_catalogue (version, note, created_at) VALUES (:version, :note, :now);

-- name: insert_function
INSERT INTO actions_function (catalogue, code, position, label_fr, label_en) VALUES (:version, :code, :position, :label_fr, :label_en);
