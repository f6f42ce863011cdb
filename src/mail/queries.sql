-- name: insert_message
-- A message whose key is known is not added: one reminder, one mail.
INSERT INTO mail_outbox (id, message_key, kind, person, body, sender_name, sender, recipient_name, recipient, subject,
                         text, html, headers, state, attempts, last_error, created_at, dated_at, next_attempt_at)
VALUES (:id, :key, :kind, :person, :body, :sender_name, :sender, :recipient_name, :recipient, :subject,
        :text, :html, :headers, 'waiting', 0, '', :now, :not_before, :not_before)
ON CONFLICT (message_key) DO NOTHING;

-- name: insert_attachment
INSERT INTO mail_attachment (outbox, position, name, content_type, bytes) VALUES (:outbox, :position, :name, :content_type, :bytes);

-- name: next_due_message
-- A message in « sending » whose time has come belonged to a process that died.
SELECT id, attempts, dated_at, sender_name, sender, recipient_name, recipient, subject, text, html, headers, next_attempt_at
  FROM mail_outbox WHERE state IN ('waiting', 'sending') AND next_attempt_at <= :now ORDER BY next_attempt_at, id LIMIT 1;

-- name: attachments_of
SELECT name, content_type, bytes FROM mail_attachment WHERE outbox = :outbox ORDER BY position;

-- name: claim_message
-- Changes nothing when another process claimed it in between.
UPDATE mail_outbox SET state = 'sending', attempts = :attempt, next_attempt_at = :lease_ends
 WHERE id = :id AND state IN ('waiting', 'sending') AND next_attempt_at = :seen;

-- name: mark_sent
-- The secrets go with the mail.
UPDATE mail_outbox SET state = 'sent', sent_at = :now, last_error = '', text = '', html = '', headers = '' WHERE id = :id;

-- name: mark_unsent
UPDATE mail_outbox SET state = :state, last_error = :error, next_attempt_at = :next_attempt_at WHERE id = :id AND state = 'sending';

-- name: delete_attachments
DELETE FROM mail_attachment WHERE outbox = :outbox;

-- name: delete_attachments_of_failures
DELETE FROM mail_attachment WHERE outbox IN (SELECT id FROM mail_outbox WHERE state = 'failed' AND next_attempt_at < :before);

-- name: forget_failures
-- What could not be sent for long is not kept in full either.
UPDATE mail_outbox SET text = '', html = '', headers = '' WHERE state = 'failed' AND next_attempt_at < :before AND text <> '';

-- name: retry_message
UPDATE mail_outbox SET state = 'waiting', attempts = 0, next_attempt_at = :now WHERE id = :id AND state = 'failed' AND text <> '';

-- name: list_messages
SELECT id, message_key, kind, recipient, subject, state, attempts, last_error, created_at, sent_at FROM mail_outbox
 WHERE (CAST(:body AS TEXT) = '' OR body = :body) AND (CAST(:kind AS TEXT) = '' OR kind = :kind)
 ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset;

-- name: count_messages
SELECT count(*) FROM mail_outbox WHERE (CAST(:body AS TEXT) = '' OR body = :body) AND (CAST(:kind AS TEXT) = '' OR kind = :kind);

-- name: insert_personal_link
INSERT INTO mail_personal_link (hash, purpose, person, object, single_use, created_at, expires_at)
VALUES (:hash, :purpose, :person, :object, :single_use, :now, :expires_at);

-- name: find_personal_link
SELECT purpose, person, object, expires_at, single_use, spent_at FROM mail_personal_link WHERE hash = :hash;

-- name: spend_personal_link
UPDATE mail_personal_link SET spent_at = :now WHERE hash = :hash AND single_use AND spent_at IS NULL;

-- name: delete_old_personal_links
DELETE FROM mail_personal_link WHERE expires_at < :before;
