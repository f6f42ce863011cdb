-- name: contact_details_of
SELECT id, person, kind, value, visibility FROM people_contact_detail WHERE person = :person ORDER BY id;

-- name: insert_contact_detail
INSERT INTO people_contact_detail (id, person, kind, value, visibility) VALUES (:id, :person, :kind, :value, :visibility);

-- name: update_contact_detail
UPDATE people_contact_detail SET kind = :kind, value = :value, visibility = :visibility WHERE id = :id AND person = :person;

-- name: delete_contact_detail
DELETE FROM people_contact_detail WHERE id = :id AND person = :person;
