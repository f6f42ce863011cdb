-- name: current_template_version
SELECT code, version, source, note, created_at FROM terms_template_version WHERE code = :code ORDER BY version DESC LIMIT 1;

-- name: template_version
SELECT code, version, source, note, created_at FROM terms_template_version WHERE code = :code AND version = :version;

-- name: template_versions
SELECT code, version, source, note, created_at FROM terms_template_version WHERE code = :code ORDER BY version DESC;

-- name: insert_template_version
INSERT INTO terms_template_version (code, version, source, note, created_at) VALUES (:code, :version, :source, :note, :now);

-- name: norms
-- By title, the newest edition first.
SELECT id, title_fr, title_en, issuer, edition, revised, link FROM terms_norm ORDER BY title_fr, edition DESC, id;

-- name: norm
SELECT id, title_fr, title_en, issuer, edition, revised, link FROM terms_norm WHERE id = :id;

-- name: cited_norm
SELECT n.id, n.title_fr, n.title_en, n.issuer, n.edition, n.revised, n.link
  FROM terms_citation c JOIN terms_norm n ON n.id = c.norm WHERE c.body = :body;

-- name: insert_norm
INSERT INTO terms_norm (id, title_fr, title_en, issuer, edition, revised, link, created_at)
VALUES (:id, :title_fr, :title_en, :issuer, :edition, :revised, :link, :now);

-- name: same_norm
SELECT count(*) FROM terms_norm WHERE title_fr = :title_fr AND edition = :edition;

-- name: delete_citation
DELETE FROM terms_citation WHERE body = :body;

-- name: insert_citation
INSERT INTO terms_citation (body, norm, cited_at) VALUES (:body, :norm, :now);

-- name: detail
SELECT places, version FROM terms_detail WHERE body = :body AND code = :code;

-- name: insert_detail
INSERT INTO terms_detail (body, code, places, version, updated_at) VALUES (:body, :code, :places, 1, :now);

-- name: update_detail
UPDATE terms_detail SET places = :places, version = version + 1, updated_at = :now WHERE body = :body AND code = :code AND version = :version;

-- name: document
SELECT id, body, code, template_version, title, place_values, norm, made_on, made_at, made_by FROM terms_document WHERE id = :id;

-- name: documents_of_body
-- Newest first.
SELECT id, body, code, template_version, title, place_values, norm, made_on, made_at, made_by
  FROM terms_document WHERE body = :body ORDER BY made_at DESC, id DESC;

-- name: insert_document
INSERT INTO terms_document (id, body, code, template_version, title, place_values, norm, made_on, made_at, made_by)
VALUES (:id, :body, :code, :template_version, :title, :place_values, :norm, :made_on, :now, :made_by);
