-- What each side of an engagement commits to, what became of it, and the scans of the signed letter.
CREATE TABLE bodies_commitment (
  id @id PRIMARY KEY,
  engagement @id NOT NULL REFERENCES bodies_engagement (id),
  position @integer NOT NULL,
  side @text NOT NULL,
  subject @text NOT NULL,
  text @text NOT NULL
);
CREATE INDEX bodies_commitment_engagement ON bodies_commitment (engagement, position);

-- Never changed: the latest one counts, and every past day can be asked.
CREATE TABLE bodies_commitment_assessment (
  id @id PRIMARY KEY,
  commitment @id NOT NULL REFERENCES bodies_commitment (id),
  state @text NOT NULL,
  evidence @text NOT NULL,
  file @id REFERENCES documents_file (id),
  stated_on @date NOT NULL,
  recorded_by @text NOT NULL,
  recorded_at @instant NOT NULL
);
CREATE INDEX bodies_commitment_assessment_commitment ON bodies_commitment_assessment (commitment, stated_on);

CREATE TABLE bodies_engagement_scan (
  engagement @id NOT NULL REFERENCES bodies_engagement (id),
  file @id NOT NULL REFERENCES documents_file (id),
  PRIMARY KEY (engagement, file)
);
