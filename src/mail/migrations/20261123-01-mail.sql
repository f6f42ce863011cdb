-- Mails on their way, and the log of those that left. `text`, `html`, `headers` and the attachments hold secrets of
-- personal links: they are emptied once the mail is sent.
CREATE TABLE mail_outbox (
    id @id PRIMARY KEY,
    message_key @text NOT NULL UNIQUE,
    kind @text NOT NULL,
    person @text NOT NULL,
    body @text NOT NULL,
    sender_name @text NOT NULL,
    sender @text NOT NULL,
    recipient_name @text NOT NULL,
    recipient @text NOT NULL,
    subject @text NOT NULL,
    text @text NOT NULL,
    html @text NOT NULL,
    headers @text NOT NULL,
    state @text NOT NULL,
    attempts @integer NOT NULL,
    last_error @text NOT NULL,
    created_at @instant NOT NULL,
    dated_at @instant NOT NULL,
    next_attempt_at @instant NOT NULL,
    sent_at @instant
);
CREATE INDEX mail_outbox_due ON mail_outbox (state, next_attempt_at);
CREATE INDEX mail_outbox_created ON mail_outbox (created_at);

CREATE TABLE mail_attachment (
    outbox @id NOT NULL REFERENCES mail_outbox (id),
    position @integer NOT NULL,
    name @text NOT NULL,
    content_type @text NOT NULL,
    bytes @blob NOT NULL,
    PRIMARY KEY (outbox, position)
);

-- What a secret in a mail opens. Only its hash is here: whoever reads this table can open nothing.
CREATE TABLE mail_personal_link (
    hash @text PRIMARY KEY,
    purpose @text NOT NULL,
    person @text NOT NULL,
    object @text NOT NULL,
    single_use @boolean NOT NULL,
    created_at @instant NOT NULL,
    expires_at @instant NOT NULL,
    spent_at @instant
);
CREATE INDEX mail_personal_link_expires ON mail_personal_link (expires_at);
