-- A membership says which seat its person has, why its status was given and why it ended; a body says what it asks of members.
ALTER TABLE bodies_membership ADD COLUMN seat @text NOT NULL DEFAULT 'titular';
ALTER TABLE bodies_membership ADD COLUMN reason @text NOT NULL DEFAULT '';
ALTER TABLE bodies_membership ADD COLUMN end_reason @text NOT NULL DEFAULT '';

CREATE TABLE bodies_member_rule (
  body @id PRIMARY KEY REFERENCES bodies_body (id),
  most_persons @integer,
  one_titular @boolean NOT NULL,
  alternate_decides @boolean NOT NULL,
  quorum @text NOT NULL,
  meetings @integer,
  meeting_share @integer NOT NULL,
  reports @integer,
  report_share @integer NOT NULL,
  notice_days @integer NOT NULL,
  version @integer NOT NULL
);

-- What an organisation did when the body met or was owed a report.
CREATE TABLE bodies_participation (
  body @id NOT NULL REFERENCES bodies_body (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  kind @text NOT NULL,
  day @date NOT NULL,
  state @text NOT NULL,
  recorded_on @date NOT NULL,
  PRIMARY KEY (body, organization, kind, day)
);
CREATE INDEX bodies_participation_organization ON bodies_participation (organization);
