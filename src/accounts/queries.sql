-- name: account
SELECT a.id, a.person, p.full_name, a.email, a.administrator, a.password_hash, a.closed_at, a.last_sign_in
  FROM accounts_account a JOIN people_person p ON p.id = a.person WHERE a.id = :id;

-- name: account_with_email
SELECT a.id, a.person, p.full_name, a.email, a.administrator, a.password_hash, a.closed_at, a.last_sign_in
  FROM accounts_account a JOIN people_person p ON p.id = a.person WHERE a.email = :email;

-- name: account_of_person
SELECT a.id, a.person, p.full_name, a.email, a.administrator, a.password_hash, a.closed_at, a.last_sign_in
  FROM accounts_account a JOIN people_person p ON p.id = a.person WHERE a.person = :person;

-- name: accounts
SELECT a.id, a.person, p.full_name, a.email, a.administrator, a.password_hash, a.closed_at, a.last_sign_in
  FROM accounts_account a JOIN people_person p ON p.id = a.person
 ORDER BY p.search, a.id LIMIT :limit OFFSET :offset;

-- name: count_accounts
SELECT count(*) FROM accounts_account;

-- name: count_other_administrators
SELECT count(*) FROM accounts_account WHERE administrator AND closed_at IS NULL AND id <> :id;

-- name: insert_account
INSERT INTO accounts_account (id, person, email, password_hash, administrator, created_at)
VALUES (:id, :person, :email, :password_hash, :administrator, :now);

-- name: update_password
UPDATE accounts_account SET password_hash = :password_hash WHERE id = :id;

-- name: close_account
UPDATE accounts_account SET closed_at = :now WHERE id = :id AND closed_at IS NULL;

-- name: reopen_account
UPDATE accounts_account SET closed_at = NULL WHERE id = :id;

-- name: record_sign_in
UPDATE accounts_account SET last_sign_in = :now WHERE id = :id;

-- name: set_up_digest
SELECT code_digest FROM accounts_set_up WHERE id = 1;

-- name: save_set_up_digest
INSERT INTO accounts_set_up (id, code_digest) VALUES (1, :digest)
ON CONFLICT (id) DO UPDATE SET code_digest = excluded.code_digest;

-- name: delete_set_up
DELETE FROM accounts_set_up;
