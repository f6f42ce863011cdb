-- Who is signed in. Of a session's secret only the digest is kept.
CREATE TABLE web_session (
  id @text PRIMARY KEY,
  account @id NOT NULL,
  csrf @text NOT NULL,
  created_at @instant NOT NULL,
  last_seen @instant NOT NULL,
  expires_at @instant NOT NULL
);
CREATE INDEX web_session_by_account ON web_session (account);
CREATE INDEX web_session_by_expiry ON web_session (expires_at);

-- Forms already answered, so that one sent twice acts once. status 0: being answered in the running transaction.
CREATE TABLE web_once (
  id @text PRIMARY KEY,
  request_digest @text NOT NULL,
  status @integer NOT NULL,
  location @text NOT NULL,
  at @instant NOT NULL
);
CREATE INDEX web_once_by_time ON web_once (at);

-- Signs notices and the tokens of visitors; shared by all processes on this database.
CREATE TABLE web_key (
  id @text PRIMARY KEY,
  secret @text NOT NULL,
  created_at @instant NOT NULL
);
