-- A file of administrative areas that was uploaded and is not written yet: its author looks at what it would change.
CREATE TABLE geography_area_draft (
  id @id PRIMARY KEY,
  country @text NOT NULL REFERENCES geography_country (code),
  valid_from @date NOT NULL,
  edition @text NOT NULL,
  file_name @text NOT NULL,
  file @blob NOT NULL,
  account @text NOT NULL,
  created_at @instant NOT NULL
);
