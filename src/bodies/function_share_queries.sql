-- fragment: matrix_columns
id, body, number, catalogue, proposed_on, coordinator, coordinator_agreed_on, co_coordinator, co_coordinator_agreed_on;

-- name: matrices_of
-- Proposed until a day, the latest first.
SELECT {{matrix_columns}} FROM bodies_share_matrix WHERE body = :body AND proposed_on <= :day ORDER BY number DESC;

-- name: shares_of_matrix
SELECT function, coordinator, co_coordinator FROM bodies_function_share WHERE matrix = :matrix ORDER BY position;

-- name: last_matrix_number
SELECT coalesce(max(number), 0) FROM bodies_share_matrix WHERE body = :body;

-- name: insert_matrix
INSERT INTO bodies_share_matrix (id, body, number, catalogue, proposed_by, proposed_on) VALUES (:id, :body, :number, :catalogue, :proposed_by, :proposed_on);

-- name: insert_share
INSERT INTO bodies_function_share (matrix, function, position, coordinator, co_coordinator) VALUES (:matrix, :function, :position, :coordinator, :co_coordinator);

-- name: agree_as_coordinator
UPDATE bodies_share_matrix SET coordinator = :person, coordinator_agreed_on = :day WHERE id = :id AND coordinator_agreed_on IS NULL;

-- name: agree_as_co_coordinator
UPDATE bodies_share_matrix SET co_coordinator = :person, co_coordinator_agreed_on = :day WHERE id = :id AND co_coordinator_agreed_on IS NULL;
