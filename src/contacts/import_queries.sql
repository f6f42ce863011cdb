-- name: insert_contact_draft
INSERT INTO contacts_draft (id, body, account, file_name, file_hash, starts_on, with_members, grid, decisions, version, created_at)
VALUES (:id, :body, :account, :file_name, :file_hash, :starts_on, :with_members, :grid, :decisions, 1, :now);

-- name: contact_draft
-- Only its author sees a draft.
SELECT id, body, file_name, file_hash, starts_on, with_members, grid, decisions, version, created_at, saved_as FROM contacts_draft WHERE id = :id AND account = :account;

-- name: body_of_contact_draft
SELECT body FROM contacts_draft WHERE id = :id;

-- name: contact_drafts_of
-- Of one author for one body, latest first.
SELECT id, file_name, created_at FROM contacts_draft WHERE body = :body AND account = :account AND saved_as IS NULL ORDER BY created_at DESC, id DESC;

-- name: update_contact_draft
UPDATE contacts_draft SET grid = :grid, decisions = :decisions, with_members = :with_members, version = version + 1 WHERE id = :id AND version = :version;

-- name: close_contact_draft
UPDATE contacts_draft SET grid = :grid, decisions = :decisions, saved_as = :import, version = version + 1 WHERE id = :id;

-- name: delete_contact_draft
DELETE FROM contacts_draft WHERE id = :id;

-- name: delete_old_contact_drafts
DELETE FROM contacts_draft WHERE created_at < :before;

-- name: directory_persons
-- Whoever was merged or erased has an empty search text.
SELECT id, full_name, search, email, phone FROM people_person WHERE search > '' ORDER BY id;

-- name: directory_details
SELECT person, kind, value FROM people_contact_detail ORDER BY person, id;

-- name: directory_affiliations
-- Those that hold on the day.
SELECT person, organization FROM people_affiliation WHERE starts_on <= :day AND (ends_on IS NULL OR ends_on >= :day) ORDER BY person;

-- name: directory_organizations
SELECT id, name, acronym FROM people_organization WHERE search > '' ORDER BY id;

-- name: fill_email
UPDATE people_person SET email = :email, version = version + 1, updated_at = :now WHERE id = :id AND email = '';

-- name: fill_phone
UPDATE people_person SET phone = :phone, version = version + 1, updated_at = :now WHERE id = :id AND phone = '';

-- name: members_from
-- Organisations that belong to the body that day or later, whatever their status; by themselves or through a person.
SELECT DISTINCT organization FROM bodies_membership
 WHERE body = :body AND organization IS NOT NULL AND (ends_on IS NULL OR ends_on >= :day) ORDER BY organization;

-- name: insert_contact_import
INSERT INTO contacts_import (id, body, at, author, file_name, file_hash, starts_on, persons_known, affiliations_added, details_added, withheld)
VALUES (:id, :body, :now, :author, :file_name, :file_hash, :starts_on, :persons_known, :affiliations_added, :details_added, :withheld);

-- name: contact_import
SELECT id, body, at, author, file_name, starts_on, persons_known, affiliations_added, details_added, withheld FROM contacts_import WHERE id = :id;

-- name: contact_imports_of
SELECT id, at, author, file_name FROM contacts_import WHERE body = :body ORDER BY at DESC, id DESC LIMIT :limit;

-- name: contact_import_counts
SELECT kind, count(*) FROM contacts_import_item WHERE import = :import GROUP BY kind ORDER BY kind;

-- name: imported_persons
SELECT p.id, p.full_name FROM contacts_import_item i JOIN people_person p ON p.id = i.object
 WHERE i.import = :import AND i.kind = 'person' ORDER BY p.search, p.id LIMIT :limit OFFSET :offset;

-- name: imported_organizations
SELECT o.id, o.name, o.acronym FROM contacts_import_item i JOIN people_organization o ON o.id = i.object
 WHERE i.import = :import AND i.kind = 'organization' ORDER BY o.search, o.id LIMIT :limit;
