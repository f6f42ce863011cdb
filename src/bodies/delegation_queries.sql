-- fragment: delegation_columns
d.id, d.body, d.from_mandate, d.to_mandate, d.powers, d.starts_on, d.ends_on, d.reason, d.revoked_on;

-- name: delegation
SELECT {{delegation_columns}} FROM bodies_delegation d WHERE d.id = :id;

-- name: delegations_of
-- Of a body, the latest first.
SELECT {{delegation_columns}} FROM bodies_delegation d WHERE d.body = :body ORDER BY d.starts_on DESC, d.id DESC;

-- name: insert_delegation
INSERT INTO bodies_delegation (id, body, from_mandate, to_mandate, powers, starts_on, ends_on, reason, revoked_on)
VALUES (:id, :body, :from, :to, :powers, :starts_on, :ends_on, :reason, NULL);

-- name: revoke_delegation
UPDATE bodies_delegation SET revoked_on = :revoked_on WHERE id = :id AND revoked_on IS NULL;
