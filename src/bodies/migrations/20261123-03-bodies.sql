-- Coordination bodies and who belongs to them, dated.
CREATE TABLE bodies_body (
  id @id PRIMARY KEY,
  kind @text NOT NULL,
  name @text NOT NULL,
  acronym @text NOT NULL,
  code @text NOT NULL UNIQUE,
  country @text NOT NULL REFERENCES geography_country (code),
  parent @id REFERENCES bodies_body (id),
  quiet_weekdays @text NOT NULL,
  quiet_days @text NOT NULL,
  night_from @integer NOT NULL,
  night_until @integer NOT NULL,
  search @text NOT NULL,
  version @integer NOT NULL,
  created_at @instant NOT NULL,
  updated_at @instant NOT NULL
);
CREATE INDEX bodies_body_parent ON bodies_body (parent);

CREATE TABLE bodies_alias (
  body @id NOT NULL REFERENCES bodies_body (id),
  place @integer NOT NULL,
  text @text NOT NULL,
  language @text NOT NULL,
  PRIMARY KEY (body, place)
);

CREATE TABLE bodies_membership (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  organization @id REFERENCES people_organization (id),
  person @id REFERENCES people_person (id),
  role @text NOT NULL,
  starts_on @date NOT NULL,
  ends_on @date,
  CHECK (organization IS NOT NULL OR person IS NOT NULL)
);
CREATE INDEX bodies_membership_body ON bodies_membership (body, starts_on);
CREATE INDEX bodies_membership_person ON bodies_membership (person);
CREATE INDEX bodies_membership_organization ON bodies_membership (organization);
