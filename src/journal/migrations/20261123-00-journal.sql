-- What happened, in order, each event chained to the one before. Nothing here is changed or removed.
CREATE TABLE journal_event (
  sequence @integer PRIMARY KEY,
  id @id NOT NULL UNIQUE,
  at @instant NOT NULL,
  account @text NOT NULL,
  person @text NOT NULL,
  actor_digest @text NOT NULL,
  kind @text NOT NULL,
  object @text NOT NULL,
  body @text NOT NULL,
  before @json NOT NULL,
  after @json NOT NULL,
  refused @boolean NOT NULL,
  former_hash @text NOT NULL,
  hash @text NOT NULL
);
CREATE INDEX journal_event_body ON journal_event (body, sequence);
CREATE INDEX journal_event_object ON journal_event (object, sequence);

-- The names people read beside an event. A person's right to be forgotten removes this row; the chain holds a salted
-- digest of it and stays whole.
CREATE TABLE journal_actor (
  event @id PRIMARY KEY REFERENCES journal_event (id),
  name @text NOT NULL,
  on_behalf_of @text NOT NULL,
  salt @text NOT NULL
);

-- One row: the end of the chain. Taking the next number locks it, so that events follow each other on PostgreSQL too.
CREATE TABLE journal_head (
  id @integer PRIMARY KEY CHECK (id = 1),
  sequence @integer NOT NULL,
  hash @text NOT NULL
);
INSERT INTO journal_head (id, sequence, hash) VALUES (1, 0, '');

-- only: sqlite
CREATE TRIGGER journal_event_no_update BEFORE UPDATE ON journal_event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_event_no_delete BEFORE DELETE ON journal_event
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_actor_no_update BEFORE UPDATE ON journal_actor
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- only: postgresql
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER journal_event_no_change BEFORE UPDATE OR DELETE ON journal_event
  FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_event_no_truncate BEFORE TRUNCATE ON journal_event
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_actor_no_update BEFORE UPDATE ON journal_actor
  FOR EACH ROW EXECUTE FUNCTION journal_refuse();
