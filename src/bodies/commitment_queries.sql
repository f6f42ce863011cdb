-- name: commitments_of
SELECT id, engagement, side, subject, text FROM bodies_commitment WHERE engagement = :engagement ORDER BY position, id;

-- name: assessments_of
-- Stated until a day; the one that counts comes last.
SELECT a.id, a.commitment, a.state, a.evidence, a.file, a.stated_on, a.recorded_by
  FROM bodies_commitment_assessment a JOIN bodies_commitment c ON c.id = a.commitment
 WHERE c.engagement = :engagement AND a.stated_on <= :day ORDER BY a.stated_on, a.recorded_at, a.id;

-- name: commitment_states_of_body
-- Side and latest state of every commitment of a body until a day; what was never stated has none.
SELECT c.engagement, c.id, c.side, coalesce(a.state, 'open')
  FROM bodies_engagement e JOIN bodies_commitment c ON c.engagement = e.id
  LEFT JOIN bodies_commitment_assessment a ON a.commitment = c.id AND a.stated_on <= :day
 WHERE e.body = :body ORDER BY c.engagement, c.position, c.id, a.stated_on, a.recorded_at, a.id;

-- name: remove_commitments
DELETE FROM bodies_commitment WHERE engagement = :engagement;

-- name: insert_commitment
INSERT INTO bodies_commitment (id, engagement, position, side, subject, text) VALUES (:id, :engagement, :position, :side, :subject, :text);

-- name: insert_assessment
INSERT INTO bodies_commitment_assessment (id, commitment, state, evidence, file, stated_on, recorded_by, recorded_at)
VALUES (:id, :commitment, :state, :evidence, :file, :stated_on, :recorded_by, :now);

-- name: insert_scan
INSERT INTO bodies_engagement_scan (engagement, file) VALUES (:engagement, :file);

-- name: scans_of
SELECT file FROM bodies_engagement_scan WHERE engagement = :engagement ORDER BY file;

-- name: count_files_of_engagement
-- Whether a file belongs to this engagement, as a scan or as evidence.
SELECT (SELECT count(*) FROM bodies_engagement_scan s WHERE s.engagement = :engagement AND s.file = :file)
     + (SELECT count(*) FROM bodies_commitment_assessment a JOIN bodies_commitment c ON c.id = a.commitment WHERE c.engagement = :engagement AND a.file = :file);
