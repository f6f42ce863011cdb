-- name: life_events
SELECT id, body, day, state, reason, decision, link FROM bodies_life_event WHERE body = :body AND withdrawn_at IS NULL ORDER BY day;

-- name: all_life_events
-- Of every body, for an organigram and for the daily look at technical groups.
SELECT id, body, day, state, reason, decision, link FROM bodies_life_event WHERE withdrawn_at IS NULL ORDER BY body, day;

-- name: insert_life_event
INSERT INTO bodies_life_event (id, body, day, state, reason, decision, link, recorded_at, withdrawn_at)
VALUES (:id, :body, :day, :state, :reason, :decision, :link, :now, NULL);

-- name: withdraw_life_event
UPDATE bodies_life_event SET withdrawn_at = :now WHERE id = :id AND body = :body AND withdrawn_at IS NULL;

-- name: activities
SELECT id, body, day, kind, words FROM bodies_activity WHERE body = :body ORDER BY day DESC, id DESC LIMIT :limit;

-- name: insert_activity
INSERT INTO bodies_activity (id, body, day, kind, words, recorded_at) VALUES (:id, :body, :day, :kind, :words, :now);
