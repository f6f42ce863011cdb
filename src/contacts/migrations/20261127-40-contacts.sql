-- Contact lists on their way in, what each brought, and who is on the group channels of a body.
CREATE TABLE contacts_draft (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  account @text NOT NULL,
  file_name @text NOT NULL,
  file_hash @text NOT NULL,
  starts_on @date NOT NULL,
  with_members @boolean NOT NULL,
  grid @json NOT NULL,
  decisions @json NOT NULL,
  version @integer NOT NULL,
  created_at @instant NOT NULL,
  saved_as @id
);
CREATE INDEX contacts_draft_account ON contacts_draft (account, created_at);

CREATE TABLE contacts_import (
  id @id PRIMARY KEY,
  body @id REFERENCES bodies_body (id),
  at @instant NOT NULL,
  author @text NOT NULL,
  file_name @text NOT NULL,
  file_hash @text NOT NULL,
  starts_on @date NOT NULL,
  persons_known @integer NOT NULL,
  affiliations_added @integer NOT NULL,
  details_added @integer NOT NULL,
  withheld @json NOT NULL
);
CREATE INDEX contacts_import_body ON contacts_import (body, at);

-- What did not exist before: persons, organisations, memberships.
CREATE TABLE contacts_import_item (
  import @id NOT NULL REFERENCES contacts_import (id),
  place @integer NOT NULL,
  kind @text NOT NULL CHECK (kind IN ('person', 'organization', 'membership')),
  object @id NOT NULL,
  PRIMARY KEY (import, place)
);

CREATE TABLE contacts_channel (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  kind @text NOT NULL,
  name @text NOT NULL,
  link @text NOT NULL,
  administrator @id REFERENCES people_person (id),
  closed_on @date,
  version @integer NOT NULL,
  created_at @instant NOT NULL
);
CREATE INDEX contacts_channel_body ON contacts_channel (body);

-- An entry of the channel's list: as it is written there, and whom it was recognised as.
CREATE TABLE contacts_enrolment (
  id @id PRIMARY KEY,
  channel @id NOT NULL REFERENCES contacts_channel (id),
  entry @text NOT NULL,
  entry_key @text NOT NULL,
  person @id REFERENCES people_person (id),
  starts_on @date NOT NULL,
  ends_on @date
);
CREATE INDEX contacts_enrolment_channel ON contacts_enrolment (channel, starts_on);
CREATE INDEX contacts_enrolment_person ON contacts_enrolment (person);
