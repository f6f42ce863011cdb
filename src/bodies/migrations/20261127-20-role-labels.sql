-- What a country calls a role.
CREATE TABLE bodies_role_label (
  country @text NOT NULL REFERENCES geography_country (code),
  role @text NOT NULL,
  language @text NOT NULL,
  text @text NOT NULL,
  PRIMARY KEY (country, role, language)
);
