-- Mandates, engagements, delegations and absences. What was a membership in an acting role becomes a mandate, and its
-- holder a member.
CREATE TABLE bodies_mandate (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  role @text NOT NULL,
  organization @id REFERENCES people_organization (id),
  person @id REFERENCES people_person (id),
  level @text NOT NULL,
  area @id,
  starts_on @date NOT NULL,
  ends_on @date,
  version @integer NOT NULL,
  CHECK (organization IS NOT NULL OR person IS NOT NULL)
);
CREATE INDEX bodies_mandate_body ON bodies_mandate (body, starts_on);
CREATE INDEX bodies_mandate_person ON bodies_mandate (person);
CREATE INDEX bodies_mandate_organization ON bodies_mandate (organization);
CREATE INDEX bodies_mandate_end ON bodies_mandate (ends_on);

INSERT INTO bodies_mandate (id, body, role, organization, person, level, area, starts_on, ends_on, version)
SELECT id, body, role, organization, person, 'national', NULL, starts_on, ends_on, 1
  FROM bodies_membership WHERE role IN ('coordinator', 'co_coordinator', 'information_manager');

ALTER TABLE bodies_membership RENAME COLUMN role TO status;
UPDATE bodies_membership SET status = 'member' WHERE status IN ('coordinator', 'co_coordinator', 'information_manager');

CREATE TABLE bodies_engagement (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  kind @text NOT NULL,
  mandate @id REFERENCES bodies_mandate (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  lead_agency @id REFERENCES people_organization (id),
  dedicated_person @id REFERENCES people_person (id),
  time_share @integer,
  signed_on @date,
  valid_until @date,
  terminated_on @date,
  previous @id REFERENCES bodies_engagement (id),
  version @integer NOT NULL,
  CHECK (signed_on IS NULL OR valid_until >= signed_on)
);
CREATE INDEX bodies_engagement_body ON bodies_engagement (body);
CREATE INDEX bodies_engagement_mandate ON bodies_engagement (mandate);
CREATE UNIQUE INDEX bodies_engagement_previous ON bodies_engagement (previous);
CREATE INDEX bodies_engagement_end ON bodies_engagement (valid_until);

CREATE TABLE bodies_delegation (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  from_mandate @id NOT NULL REFERENCES bodies_mandate (id),
  to_mandate @id NOT NULL REFERENCES bodies_mandate (id),
  powers @text NOT NULL,
  starts_on @date NOT NULL,
  ends_on @date,
  reason @text NOT NULL,
  revoked_on @date
);
CREATE INDEX bodies_delegation_body ON bodies_delegation (body);
CREATE INDEX bodies_delegation_to ON bodies_delegation (to_mandate);
CREATE INDEX bodies_delegation_from ON bodies_delegation (from_mandate);

CREATE TABLE bodies_absence (
  id @id PRIMARY KEY,
  person @id NOT NULL REFERENCES people_person (id),
  starts_on @date NOT NULL,
  ends_on @date,
  reason @text NOT NULL
);
CREATE INDEX bodies_absence_person ON bodies_absence (person, starts_on);

CREATE TABLE bodies_peak_period (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  label @text NOT NULL,
  starts_on @date NOT NULL,
  ends_on @date
);
CREATE INDEX bodies_peak_period_body ON bodies_peak_period (body, starts_on);
