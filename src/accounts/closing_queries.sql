-- name: forget_account
-- Whoever was erased signs in no more, and their address is free again.
UPDATE accounts_account SET email = id || '@erased.invalid', password_hash = '', closed_at = COALESCE(closed_at, :now) WHERE id = :id;
