-- name: troika_rule_of
SELECT organization_type, minimum FROM bodies_troika_rule WHERE body = :body ORDER BY organization_type;

-- name: delete_troika_rule
DELETE FROM bodies_troika_rule WHERE body = :body;

-- name: insert_troika_minimum
INSERT INTO bodies_troika_rule (body, organization_type, minimum) VALUES (:body, :organization_type, :minimum);

-- name: rotation_turns_of
-- With what the rule of composition looks at.
SELECT t.id, t.body, t.organization, o.name, o.acronym, o.type, t.starts_on
  FROM bodies_rotation_turn t JOIN people_organization o ON o.id = t.organization WHERE t.body = :body ORDER BY t.starts_on, t.id;

-- name: insert_rotation_turn
INSERT INTO bodies_rotation_turn (id, body, organization, starts_on) VALUES (:id, :body, :organization, :starts_on);

-- name: delete_rotation_turn
DELETE FROM bodies_rotation_turn WHERE id = :id AND body = :body;

-- name: count_turns_on
SELECT count(*) FROM bodies_rotation_turn WHERE body = :body AND starts_on = :starts_on;

-- name: troika_seats
-- The mandates of the three roles on one day, with what the rule of composition looks at.
SELECT m.role, m.organization, o.name, o.acronym, o.type
  FROM bodies_mandate m JOIN people_organization o ON o.id = m.organization
 WHERE m.body = :body AND m.role IN ('donor_incoming', 'donor_lead', 'donor_outgoing')
   AND m.starts_on <= :day AND (m.ends_on IS NULL OR m.ends_on >= :day)
 ORDER BY m.starts_on, m.id;
