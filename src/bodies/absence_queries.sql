-- name: absence
SELECT id, person, starts_on, ends_on, reason FROM bodies_absence WHERE id = :id;

-- name: absences_of_person
SELECT id, person, starts_on, ends_on, reason FROM bodies_absence WHERE person = :person ORDER BY starts_on DESC, id;

-- name: absences_in_body
-- Of those who hold a mandate in the body during the absence, that share a day with a period.
SELECT DISTINCT a.id, a.person, a.starts_on, a.ends_on, a.reason
  FROM bodies_absence a JOIN bodies_mandate m ON m.person = a.person AND m.body = :body
 WHERE a.starts_on <= :last_day AND (a.ends_on IS NULL OR a.ends_on >= :first_day)
   AND m.starts_on <= :last_day AND (m.ends_on IS NULL OR m.ends_on >= :first_day)
 ORDER BY a.starts_on, a.id;

-- name: insert_absence
INSERT INTO bodies_absence (id, person, starts_on, ends_on, reason) VALUES (:id, :person, :starts_on, :ends_on, :reason);

-- name: end_absence
UPDATE bodies_absence SET ends_on = :ends_on WHERE id = :id AND starts_on <= :ends_on;

-- name: peak_periods_of
SELECT id, body, label, starts_on, ends_on FROM bodies_peak_period WHERE body = :body ORDER BY starts_on, id;

-- name: insert_peak_period
INSERT INTO bodies_peak_period (id, body, label, starts_on, ends_on) VALUES (:id, :body, :label, :starts_on, :ends_on);

-- name: delete_peak_period
DELETE FROM bodies_peak_period WHERE id = :id AND body = :body;

-- name: bodies_concerned
-- Where the person holds a mandate on a day of a period.
SELECT DISTINCT body FROM bodies_mandate
 WHERE person = :person AND starts_on <= :last_day AND (ends_on IS NULL OR ends_on >= :first_day) ORDER BY body;

-- name: delete_absence
DELETE FROM bodies_absence WHERE id = :id;
