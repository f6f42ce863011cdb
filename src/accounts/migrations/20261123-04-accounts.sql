-- Who may sign in, and the code of the first administrator.
CREATE TABLE accounts_account (
  id @id PRIMARY KEY,
  person @id NOT NULL UNIQUE REFERENCES people_person (id),
  email @text NOT NULL UNIQUE,
  password_hash @text NOT NULL,
  administrator @boolean NOT NULL,
  created_at @instant NOT NULL,
  closed_at @instant,
  last_sign_in @instant
);

-- Only while there is no account: the digest of the code that `toguna serve` prints.
CREATE TABLE accounts_set_up (
  id @integer PRIMARY KEY CHECK (id = 1),
  code_digest @text NOT NULL
);
