-- name: focal_calls
-- Latest first.
SELECT id, body, text, opened_on, closes_on FROM bodies_focal_call WHERE body = :body ORDER BY opened_on DESC, id DESC;

-- name: insert_focal_call
INSERT INTO bodies_focal_call (id, body, text, opened_on, closes_on) VALUES (:id, :body, :text, :opened_on, :closes_on);

-- name: focal_candidacies
-- Open ones first, then the latest.
SELECT c.id, c.body, c.organization, c.person, c.state, c.note, c.proposed_on, c.mandate, c.version, o.name, o.acronym, p.full_name
  FROM bodies_focal_candidacy c
  JOIN people_organization o ON o.id = c.organization
  LEFT JOIN people_person p ON p.id = c.person
 WHERE c.body = :body AND c.proposed_on <= :day
 ORDER BY CASE WHEN c.state IN ('proposed', 'foreseen') THEN 0 ELSE 1 END, c.proposed_on DESC, c.id;

-- name: focal_candidacy
SELECT c.id, c.body, c.organization, c.person, c.state, c.note, c.proposed_on, c.mandate, c.version, o.name, o.acronym, p.full_name
  FROM bodies_focal_candidacy c
  JOIN people_organization o ON o.id = c.organization
  LEFT JOIN people_person p ON p.id = c.person
 WHERE c.id = :id;

-- name: areas_of_candidacies
SELECT a.candidacy, a.area, g.name, g.level
  FROM bodies_focal_candidacy_area a
  JOIN bodies_focal_candidacy c ON c.id = a.candidacy
  JOIN geography_area g ON g.id = a.area
 WHERE c.body = :body ORDER BY a.candidacy, g.name, a.area;

-- name: insert_focal_candidacy
INSERT INTO bodies_focal_candidacy (id, body, organization, person, state, note, proposed_on, mandate, version)
VALUES (:id, :body, :organization, :person, :state, :note, :proposed_on, NULL, 1);

-- name: insert_focal_candidacy_area
INSERT INTO bodies_focal_candidacy_area (candidacy, area) VALUES (:candidacy, :area);

-- name: update_focal_candidacy
UPDATE bodies_focal_candidacy SET state = :state, mandate = :mandate, version = version + 1 WHERE id = :id AND version = :version;

-- name: insert_focal_step
INSERT INTO bodies_focal_step (candidacy, place, state, taken_on, reason, person)
VALUES (:candidacy, (SELECT coalesce(max(place), 0) + 1 FROM bodies_focal_step WHERE candidacy = :candidacy), :state, :taken_on, :reason, :person);

-- name: focal_steps
SELECT s.state, s.taken_on, s.reason, p.full_name
  FROM bodies_focal_step s LEFT JOIN people_person p ON p.id = s.person
 WHERE s.candidacy = :candidacy ORDER BY s.place;
