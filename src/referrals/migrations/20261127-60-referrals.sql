-- What a body passes on and follows to its end: last-resort cases, capacity proposals, requests for support and for work.
CREATE TABLE referrals_referral (
  id @id PRIMARY KEY,
  body @id NOT NULL REFERENCES bodies_body (id),
  kind @text NOT NULL,
  year @integer NOT NULL,
  number @integer NOT NULL,
  title @text NOT NULL,
  text @text NOT NULL,
  topic @text NOT NULL,
  origin @text NOT NULL,
  area @id REFERENCES geography_area (id),
  partner @id REFERENCES people_organization (id),
  opened_on @date NOT NULL,
  opened_by @id REFERENCES people_person (id),
  responsible @id REFERENCES people_person (id),
  due_on @date,
  state @text NOT NULL,
  within_mandate @boolean,
  committee @id REFERENCES bodies_body (id),
  version @integer NOT NULL,
  UNIQUE (body, kind, year, number)
);
CREATE INDEX referrals_referral_committee ON referrals_referral (committee);
CREATE INDEX referrals_referral_opened_by ON referrals_referral (opened_by);
CREATE INDEX referrals_referral_responsible ON referrals_referral (responsible);

CREATE TABLE referrals_step (
  referral @id NOT NULL REFERENCES referrals_referral (id),
  place @integer NOT NULL,
  step @text NOT NULL,
  state @text NOT NULL,
  taken_on @date NOT NULL,
  words @text NOT NULL,
  person @id REFERENCES people_person (id),
  PRIMARY KEY (referral, place)
);
CREATE INDEX referrals_step_person ON referrals_step (person);

CREATE TABLE referrals_link (
  referral @id NOT NULL REFERENCES referrals_referral (id),
  place @integer NOT NULL,
  kind @text NOT NULL,
  words @text NOT NULL,
  address @text NOT NULL,
  PRIMARY KEY (referral, place)
);
