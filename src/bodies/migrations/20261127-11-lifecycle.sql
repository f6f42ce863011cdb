-- What a body is about, its life, its charter, and where it is seen.
CREATE TABLE bodies_crisis (
  id @id PRIMARY KEY,
  name @text NOT NULL,
  country @text NOT NULL REFERENCES geography_country (code),
  state @text NOT NULL,
  kind @text NOT NULL,
  onset @date,
  planning_month @integer NOT NULL,
  version @integer NOT NULL,
  CHECK (planning_month BETWEEN 1 AND 12)
);

ALTER TABLE bodies_body ADD COLUMN reports_to @id REFERENCES bodies_body (id);
ALTER TABLE bodies_body ADD COLUMN sector @text NOT NULL DEFAULT '';
ALTER TABLE bodies_body ADD COLUMN archived_on @date;
ALTER TABLE bodies_body ADD COLUMN merged_into @id REFERENCES bodies_body (id);
ALTER TABLE bodies_body ADD COLUMN level @text NOT NULL DEFAULT 'national';
ALTER TABLE bodies_body ADD COLUMN crisis @id REFERENCES bodies_crisis (id);
ALTER TABLE bodies_body ADD COLUMN purpose @text NOT NULL DEFAULT '';
ALTER TABLE bodies_body ADD COLUMN rhythm @text NOT NULL DEFAULT '';
ALTER TABLE bodies_body ADD COLUMN operational_since @date;
ALTER TABLE bodies_body ADD COLUMN dormant_after @integer NOT NULL DEFAULT 60;
ALTER TABLE bodies_body ADD COLUMN public_slug @text; -- NULL: no public page
ALTER TABLE bodies_body ADD COLUMN public_contact @text NOT NULL DEFAULT '';
CREATE INDEX bodies_body_reports_to ON bodies_body (reports_to);
CREATE INDEX bodies_body_merged_into ON bodies_body (merged_into);
CREATE UNIQUE INDEX bodies_body_public ON bodies_body (public_slug);

CREATE TABLE bodies_area (
  body @id NOT NULL REFERENCES bodies_body (id),
  area @id NOT NULL REFERENCES geography_area (id),
  PRIMARY KEY (body, area)
);

-- Under which body, and on which reporting line, since when: an organigram can be asked as of any day.
CREATE TABLE bodies_line (
  body @id NOT NULL REFERENCES bodies_body (id),
  starts_on @date NOT NULL,
  parent @id REFERENCES bodies_body (id),
  reports_to @id REFERENCES bodies_body (id),
  PRIMARY KEY (body, starts_on)
);
INSERT INTO bodies_line (body, starts_on, parent, reports_to) SELECT id, '1900-01-01', parent, NULL FROM bodies_body;

CREATE TABLE bodies_life_event (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  day @date NOT NULL,
  state @text NOT NULL,
  reason @text NOT NULL,
  decision @text NOT NULL,
  link @text NOT NULL,
  recorded_at @instant NOT NULL,
  withdrawn_at @instant -- a mistake: kept, and counted no more
);
CREATE UNIQUE INDEX bodies_life_event_day ON bodies_life_event (body, day) WHERE withdrawn_at IS NULL;

-- Signs of life: a meeting held, a review done.
CREATE TABLE bodies_activity (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  day @date NOT NULL,
  kind @text NOT NULL,
  words @text NOT NULL,
  recorded_at @instant NOT NULL
);
CREATE INDEX bodies_activity_body ON bodies_activity (body, day);

CREATE TABLE bodies_charter (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  number @integer NOT NULL,
  mandate @text NOT NULL,
  objectives @text NOT NULL,
  terms @text NOT NULL,
  norm_title @text NOT NULL,
  norm_issuer @text NOT NULL,
  norm_edition @text NOT NULL,
  valid_from @date NOT NULL,
  validated_on @date,
  validated_by @text NOT NULL,
  is_public @boolean NOT NULL,
  recorded_at @instant NOT NULL,
  UNIQUE (body, number)
);

CREATE TABLE bodies_counterpart (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  person @id REFERENCES people_person (id),
  starts_on @date NOT NULL,
  ends_on @date
);
CREATE INDEX bodies_counterpart_body ON bodies_counterpart (body, starts_on);
