-- Administrative areas with P-codes (domain model §3.1). A code means an area only within one edition of a country's
-- boundaries, so each row carries its edition and the days it is valid.
CREATE TABLE geography_area (
  id @id PRIMARY KEY,
  country @text NOT NULL REFERENCES geography_country (code),
  level @integer NOT NULL,
  p_code @text, -- NULL: no official code is known
  name @text NOT NULL,
  parent @id REFERENCES geography_area (id),
  edition @text NOT NULL,
  valid_from @date NOT NULL,
  valid_to @date,
  search @text NOT NULL,
  version @integer NOT NULL,
  CHECK (level BETWEEN 0 AND 4)
);
CREATE INDEX geography_area_code ON geography_area (country, p_code);
-- A code in force belongs to one area; the store refuses overlaps of codes whose validity is over.
CREATE UNIQUE INDEX geography_area_code_in_force ON geography_area (country, p_code) WHERE valid_to IS NULL;
CREATE INDEX geography_area_parent ON geography_area (parent);
CREATE INDEX geography_area_level ON geography_area (country, level, search, id);

-- Other names; `until` is the last day on which it was the name of the area.
CREATE TABLE geography_area_name (
  area @id NOT NULL REFERENCES geography_area (id),
  place @integer NOT NULL,
  text @text NOT NULL,
  until @date,
  PRIMARY KEY (area, place)
);

-- What an area took the place of, in part or as a whole.
CREATE TABLE geography_area_replacement (
  area @id NOT NULL REFERENCES geography_area (id),
  replaces @id NOT NULL REFERENCES geography_area (id),
  PRIMARY KEY (area, replaces)
);
CREATE INDEX geography_area_replacement_of ON geography_area_replacement (replaces);
