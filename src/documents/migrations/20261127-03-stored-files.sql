-- Files that people hand in: scans of signed letters, evidence. The bytes lie in pieces of at most 1 MiB, so that no row is large.
CREATE TABLE documents_file (
  id @id PRIMARY KEY,
  name @text NOT NULL,
  kind @text NOT NULL,
  size @integer NOT NULL,
  sha256 @text NOT NULL,
  added_by @text NOT NULL,
  added_at @instant NOT NULL
);

CREATE TABLE documents_file_piece (
  file @id NOT NULL REFERENCES documents_file (id),
  position @integer NOT NULL,
  bytes @blob NOT NULL,
  PRIMARY KEY (file, position)
);
