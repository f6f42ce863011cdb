-- name: insert_area_draft
INSERT INTO geography_area_draft (id, country, valid_from, edition, file_name, file, account, created_at)
VALUES (:id, :country, :valid_from, :edition, :file_name, :file, :account, :now);

-- name: area_draft
-- Only its author sees a draft.
SELECT country, valid_from, edition, file_name, file FROM geography_area_draft WHERE id = :id AND account = :account;

-- name: delete_area_draft
DELETE FROM geography_area_draft WHERE id = :id;

-- name: delete_old_area_drafts
DELETE FROM geography_area_draft WHERE created_at < :before;
