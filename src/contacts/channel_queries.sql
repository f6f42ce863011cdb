-- name: insert_channel
INSERT INTO contacts_channel (id, body, kind, name, link, administrator, version, created_at) VALUES (:id, :body, :kind, :name, :link, :administrator, 1, :now);

-- name: channel
SELECT id, body, kind, name, link, administrator, closed_on, version FROM contacts_channel WHERE id = :id;

-- name: channels_of
-- Open ones first.
SELECT id, body, kind, name, link, administrator, closed_on, version FROM contacts_channel WHERE body = :body ORDER BY closed_on NULLS FIRST, name, id;

-- name: update_channel
UPDATE contacts_channel SET kind = :kind, name = :name, link = :link, administrator = :administrator, closed_on = :closed_on, version = version + 1
 WHERE id = :id AND version = :version;

-- name: enrolments_on
-- Who was on the channel that day.
SELECT id, channel, entry, entry_key, person, starts_on, ends_on FROM contacts_enrolment
 WHERE channel = :channel AND starts_on <= :day AND (ends_on IS NULL OR ends_on >= :day) ORDER BY entry, id;

-- name: enrolments_in_body
-- Of all channels of a body on one day, for the counts of their list.
SELECT e.id, e.channel, e.entry, e.entry_key, e.person, e.starts_on, e.ends_on FROM contacts_enrolment e JOIN contacts_channel c ON c.id = e.channel
 WHERE c.body = :body AND e.starts_on <= :day AND (e.ends_on IS NULL OR e.ends_on >= :day) ORDER BY e.channel, e.id;

-- name: insert_enrolment
INSERT INTO contacts_enrolment (id, channel, entry, entry_key, person, starts_on) VALUES (:id, :channel, :entry, :entry_key, :person, :starts_on);

-- name: end_enrolment
UPDATE contacts_enrolment SET ends_on = :last_day WHERE id = :id AND starts_on <= :last_day;

-- name: forget_enrolment
-- One that began on the day it is taken back: it never held for a whole day.
DELETE FROM contacts_enrolment WHERE id = :id AND starts_on > :last_day;

-- name: recognise_enrolment
UPDATE contacts_enrolment SET person = :person WHERE id = :id AND channel = :channel;

-- name: count_enrolled_person
SELECT count(*) FROM contacts_enrolment WHERE channel = :channel AND person = :person AND starts_on <= :day AND (ends_on IS NULL OR ends_on >= :day);
