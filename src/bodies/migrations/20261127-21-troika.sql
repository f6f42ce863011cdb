-- The rule of composition and the calendar of rotation of a donors' group.
CREATE TABLE bodies_troika_rule (
  body @id NOT NULL REFERENCES bodies_body (id),
  organization_type @text NOT NULL,
  minimum @integer NOT NULL,
  PRIMARY KEY (body, organization_type)
);

CREATE TABLE bodies_rotation_turn (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  starts_on @date NOT NULL
);
CREATE UNIQUE INDEX bodies_rotation_turn_day ON bodies_rotation_turn (body, starts_on);
CREATE INDEX bodies_rotation_turn_organization ON bodies_rotation_turn (organization);
