-- Calls for focal points of areas, and who volunteers where.
CREATE TABLE bodies_focal_call (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  text @text NOT NULL,
  opened_on @date NOT NULL,
  closes_on @date NOT NULL,
  CHECK (closes_on >= opened_on)
);
CREATE INDEX bodies_focal_call_body ON bodies_focal_call (body, opened_on);

CREATE TABLE bodies_focal_candidacy (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  person @id REFERENCES people_person (id),
  state @text NOT NULL,
  note @text NOT NULL,
  proposed_on @date NOT NULL,
  mandate @id REFERENCES bodies_mandate (id),
  version @integer NOT NULL
);
CREATE INDEX bodies_focal_candidacy_body ON bodies_focal_candidacy (body, proposed_on);
CREATE INDEX bodies_focal_candidacy_organization ON bodies_focal_candidacy (organization);
CREATE INDEX bodies_focal_candidacy_person ON bodies_focal_candidacy (person);

CREATE TABLE bodies_focal_candidacy_area (
  candidacy @id NOT NULL REFERENCES bodies_focal_candidacy (id),
  area @id NOT NULL REFERENCES geography_area (id),
  PRIMARY KEY (candidacy, area)
);
CREATE INDEX bodies_focal_candidacy_area_area ON bodies_focal_candidacy_area (area);

CREATE TABLE bodies_focal_step (
  candidacy @id NOT NULL REFERENCES bodies_focal_candidacy (id),
  place @integer NOT NULL,
  state @text NOT NULL,
  taken_on @date NOT NULL,
  reason @text NOT NULL,
  person @id REFERENCES people_person (id),
  PRIMARY KEY (candidacy, place)
);
