-- Organisations under all their names, persons, and who belonged where and when.
CREATE TABLE people_organization (
  id @id PRIMARY KEY,
  name @text NOT NULL,
  acronym @text NOT NULL,
  type @text NOT NULL,
  country @text REFERENCES geography_country (code),
  parent @id REFERENCES people_organization (id),
  search @text NOT NULL,
  version @integer NOT NULL,
  created_at @instant NOT NULL,
  updated_at @instant NOT NULL
);
CREATE INDEX people_organization_search ON people_organization (search, id);
CREATE INDEX people_organization_parent ON people_organization (parent);

-- Every name of an organisation as it is searched: its own, its acronym, its aliases. `place` keeps the order of the aliases.
CREATE TABLE people_organization_name (
  organization @id NOT NULL REFERENCES people_organization (id),
  place @integer NOT NULL,
  kind @text NOT NULL CHECK (kind IN ('name', 'acronym', 'alias')),
  text @text NOT NULL,
  language @text NOT NULL,
  search @text NOT NULL,
  PRIMARY KEY (organization, place)
);
CREATE INDEX people_organization_name_search ON people_organization_name (search);

CREATE TABLE people_person (
  id @id PRIMARY KEY,
  full_name @text NOT NULL,
  email @text NOT NULL,
  phone @text NOT NULL,
  language @text NOT NULL,
  search @text NOT NULL,
  version @integer NOT NULL,
  created_at @instant NOT NULL,
  updated_at @instant NOT NULL
);
CREATE INDEX people_person_search ON people_person (search, id);
CREATE INDEX people_person_email ON people_person (email);

CREATE TABLE people_affiliation (
  id @id PRIMARY KEY,
  person @id NOT NULL REFERENCES people_person (id),
  organization @id NOT NULL REFERENCES people_organization (id),
  function @text NOT NULL,
  starts_on @date NOT NULL,
  ends_on @date
);
CREATE INDEX people_affiliation_person ON people_affiliation (person, starts_on);
CREATE INDEX people_affiliation_organization ON people_affiliation (organization);
