-- name: erase_person
-- The row stays, so that what was counted is counted still (invariant 30); duplicates merged into it are erased with it.
UPDATE people_person
   SET full_name = :name, email = '', phone = '', spoken = '', search = '', consented_on = NULL,
       erased_at = :now, updated_at = :now, version = version + 1
 WHERE id = :id OR merged_into = :id;

-- name: erase_contact_details
DELETE FROM people_contact_detail WHERE person IN (SELECT id FROM people_person WHERE id = :id OR merged_into = :id);

-- name: erase_functions
-- A function may say who it was.
UPDATE people_affiliation SET function = '' WHERE person IN (SELECT id FROM people_person WHERE id = :id OR merged_into = :id);

-- name: erase_request_notes
UPDATE people_request SET note = '', answered_at = COALESCE(answered_at, :now) WHERE person IN (SELECT id FROM people_person WHERE id = :id OR merged_into = :id);

-- name: merged_duplicates
SELECT id FROM people_person WHERE merged_into = :id ORDER BY id;

-- name: end_open_affiliations
-- Whatever began today or earlier ends today; what was to begin later never does, and is not kept.
UPDATE people_affiliation SET ends_on = :today WHERE person = :id AND starts_on <= :today AND (ends_on IS NULL OR ends_on > :today);

-- name: end_open_holdings
UPDATE people_post_holding SET ends_on = :today WHERE person = :id AND starts_on <= :today AND (ends_on IS NULL OR ends_on > :today);

-- name: drop_future_affiliations
DELETE FROM people_affiliation WHERE person = :id AND starts_on > :today;

-- name: drop_future_holdings
DELETE FROM people_post_holding WHERE person = :id AND starts_on > :today;

-- name: insert_data_request
INSERT INTO people_request (id, person, kind, note, asked_at) VALUES (:id, :person, :kind, :note, :asked_at);

-- name: open_data_requests
SELECT request.id, request.person, request.kind, request.note, request.asked_at, person.full_name
  FROM people_request request JOIN people_person person ON person.id = request.person
 WHERE request.answered_at IS NULL ORDER BY request.asked_at, request.id;

-- name: open_requests_of
SELECT request.id, request.person, request.kind, request.note, request.asked_at, person.full_name
  FROM people_request request JOIN people_person person ON person.id = request.person
 WHERE request.person = :person AND request.answered_at IS NULL ORDER BY request.asked_at, request.id;

-- name: answer_data_request
UPDATE people_request SET answered_at = :now WHERE id = :id AND answered_at IS NULL;
