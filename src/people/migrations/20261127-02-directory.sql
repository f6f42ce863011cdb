-- Duplicates that were merged, persons who were forgotten, who sees which contact detail, posts and who held them.
ALTER TABLE people_organization ADD COLUMN merged_into @id REFERENCES people_organization (id);
CREATE INDEX people_organization_merged ON people_organization (merged_into);

ALTER TABLE people_person ADD COLUMN merged_into @id REFERENCES people_person (id);
ALTER TABLE people_person ADD COLUMN erased_at @instant;
ALTER TABLE people_person ADD COLUMN spoken @text NOT NULL DEFAULT '';
ALTER TABLE people_person ADD COLUMN consented_on @date;
ALTER TABLE people_person ADD COLUMN email_visibility @text NOT NULL DEFAULT 'members';
ALTER TABLE people_person ADD COLUMN phone_visibility @text NOT NULL DEFAULT 'members';
CREATE INDEX people_person_merged ON people_person (merged_into);

-- Two that look alike and were said to be two: `first` sorts before `second`. No foreign key: a mark that outlives its rows harms nobody.
CREATE TABLE people_distinct_pair (
  first @id NOT NULL,
  second @id NOT NULL,
  PRIMARY KEY (first, second)
);

-- What else a person is reached by, besides the address and telephone of people_person.
CREATE TABLE people_contact_detail (
  id @id PRIMARY KEY,
  person @id NOT NULL REFERENCES people_person (id),
  kind @text NOT NULL,
  value @text NOT NULL,
  visibility @text NOT NULL
);
CREATE INDEX people_contact_detail_person ON people_contact_detail (person, id);

-- A function that an organisation supplies, whoever holds it; `time_share` in percent, null when nobody said.
CREATE TABLE people_post (
  id @id PRIMARY KEY,
  organization @id NOT NULL REFERENCES people_organization (id),
  label @text NOT NULL,
  duty_station @text NOT NULL,
  time_share @integer,
  version @integer NOT NULL
);
CREATE INDEX people_post_organization ON people_post (organization, label, id);

CREATE TABLE people_post_holding (
  id @id PRIMARY KEY,
  post @id NOT NULL REFERENCES people_post (id),
  person @id NOT NULL REFERENCES people_person (id),
  starts_on @date NOT NULL,
  ends_on @date
);
CREATE INDEX people_post_holding_post ON people_post_holding (post, starts_on);
CREATE INDEX people_post_holding_person ON people_post_holding (person, starts_on);

-- What a person asked about their own data; the note goes with them when they are erased.
CREATE TABLE people_request (
  id @id PRIMARY KEY,
  person @id NOT NULL REFERENCES people_person (id),
  kind @text NOT NULL,
  note @text NOT NULL,
  asked_at @instant NOT NULL,
  answered_at @instant
);
CREATE INDEX people_request_person ON people_request (person);
