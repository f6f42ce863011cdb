-- name: distinct_pairs
SELECT first, second FROM people_distinct_pair ORDER BY first, second;

-- name: insert_distinct_pair
INSERT INTO people_distinct_pair (first, second) VALUES (:first, :second) ON CONFLICT (first, second) DO NOTHING;

-- name: is_retired_person
-- Merged or erased.
SELECT count(*) FROM people_person WHERE id = :id AND (merged_into IS NOT NULL OR erased_at IS NOT NULL);

-- name: retire_person
-- The name stays for the history; what reaches the person now belongs to the winner.
UPDATE people_person SET merged_into = :into, email = '', phone = '', search = '', version = version + 1, updated_at = :now
 WHERE id = :id AND merged_into IS NULL;

-- name: persons_in_use
SELECT id, search, email FROM people_person WHERE search > '' ORDER BY id;
