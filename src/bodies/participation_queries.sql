-- name: participation_of_body
-- Since a day, latest first.
SELECT body, organization, kind, day, state, recorded_on FROM bodies_participation
 WHERE body = :body AND day >= :since ORDER BY day DESC, organization, kind;

-- name: participation_on
-- What is written down for one meeting or one report.
SELECT body, organization, kind, day, state, recorded_on FROM bodies_participation
 WHERE body = :body AND kind = :kind AND day = :day ORDER BY organization;

-- name: save_participation
-- A correction takes the place of what was written before; the journal keeps both.
INSERT INTO bodies_participation (body, organization, kind, day, state, recorded_on)
VALUES (:body, :organization, :kind, :day, :state, :recorded_on)
ON CONFLICT (body, organization, kind, day) DO UPDATE SET state = excluded.state, recorded_on = excluded.recorded_on;

-- name: delete_participation
DELETE FROM bodies_participation WHERE body = :body AND organization = :organization AND kind = :kind AND day = :day;
