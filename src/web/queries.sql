-- name: insert_session
INSERT INTO web_session (id, account, csrf, created_at, last_seen, expires_at) VALUES (:id, :account, :csrf, :now, :now, :expires_at);

-- name: find_session
SELECT id, account, csrf, created_at, last_seen, expires_at FROM web_session WHERE id = :id AND expires_at > :now;

-- name: sessions_of
SELECT id, account, csrf, created_at, last_seen, expires_at FROM web_session WHERE account = :account AND expires_at > :now ORDER BY last_seen DESC, id;

-- name: touch_session
UPDATE web_session SET last_seen = :now, expires_at = :expires_at WHERE id = :id;

-- name: delete_session
DELETE FROM web_session WHERE id = :id;

-- name: delete_sessions_of
DELETE FROM web_session WHERE account = :account AND id <> :kept;

-- name: delete_expired_sessions
DELETE FROM web_session WHERE expires_at <= :now;

-- name: claim_once
INSERT INTO web_once (id, request_digest, status, location, at) VALUES (:id, :request_digest, 0, '', :now) ON CONFLICT (id) DO NOTHING;

-- name: find_once
SELECT request_digest, status, location FROM web_once WHERE id = :id;

-- name: finish_once
UPDATE web_once SET status = :status, location = :location WHERE id = :id;

-- name: delete_old_once
DELETE FROM web_once WHERE at < :before;

-- name: insert_key
INSERT INTO web_key (id, secret, created_at) VALUES ('signing', :secret, :now) ON CONFLICT (id) DO NOTHING;

-- name: find_key
SELECT secret FROM web_key WHERE id = 'signing';

-- name: ping
SELECT 1;
