-- What a body shows its new members, who has seen it, and who accompanies them. A holder is an organisation, or a person
-- who is a member without one.
CREATE TABLE bodies_onboarding_item (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  place @integer NOT NULL,
  text @text NOT NULL,
  retired_on @date
);
CREATE INDEX bodies_onboarding_item_body ON bodies_onboarding_item (body, place);

CREATE TABLE bodies_onboarding_tick (
  item @id NOT NULL REFERENCES bodies_onboarding_item (id),
  holder @id NOT NULL,
  ticked_on @date NOT NULL,
  ticked_by @id REFERENCES people_person (id),
  PRIMARY KEY (item, holder)
);
CREATE INDEX bodies_onboarding_tick_by ON bodies_onboarding_tick (ticked_by);

CREATE TABLE bodies_onboarding_buddy (
  body @id NOT NULL REFERENCES bodies_body (id),
  holder @id NOT NULL,
  person @id NOT NULL REFERENCES people_person (id),
  PRIMARY KEY (body, holder)
);
CREATE INDEX bodies_onboarding_buddy_person ON bodies_onboarding_buddy (person);
