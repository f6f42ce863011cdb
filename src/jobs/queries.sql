-- name: insert_job
INSERT INTO jobs_job (id, kind, payload, unique_key, is_scheduled, run_at, attempt, created_at)
VALUES (:id, :kind, :payload, :unique_key, :is_scheduled, :run_at, 0, :now)
ON CONFLICT (kind, unique_key) DO NOTHING;

-- name: next_due_job
-- The job that has waited longest; a lease that ran out belongs to a worker that died.
SELECT id, kind, payload, attempt FROM jobs_job
 WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= :now AND (leased_until IS NULL OR leased_until <= :now)
 ORDER BY run_at, id LIMIT 1;

-- name: lease_job
-- Changes one row for the worker that comes first, none for the others.
UPDATE jobs_job SET attempt = attempt + 1, leased_until = :until, leased_by = :lease
 WHERE id = :id AND attempt = :attempt AND done_at IS NULL AND failed_at IS NULL
   AND (leased_until IS NULL OR leased_until <= :now);

-- name: finish_job
UPDATE jobs_job SET done_at = :now, leased_until = NULL, leased_by = NULL, last_error = NULL
 WHERE id = :id AND leased_by = :lease;

-- name: postpone_job
UPDATE jobs_job SET run_at = :run_at, leased_until = NULL, leased_by = NULL, last_error = :error
 WHERE id = :id AND leased_by = :lease;

-- name: give_up_job
UPDATE jobs_job SET failed_at = :now, leased_until = NULL, leased_by = NULL, last_error = :error
 WHERE id = :id AND leased_by = :lease;

-- name: postpone_unknown_job
-- A job of a kind this program does not know waits for a process of the release that added it.
UPDATE jobs_job SET run_at = :run_at, last_error = :error
 WHERE id = :id AND attempt = :attempt AND done_at IS NULL AND failed_at IS NULL;

-- name: list_failed_jobs
SELECT id, kind, attempt, failed_at, last_error FROM jobs_job
 WHERE failed_at IS NOT NULL ORDER BY failed_at DESC NULLS LAST, id DESC;

-- name: retry_failed_job
UPDATE jobs_job SET failed_at = NULL, attempt = 0, run_at = :now
 WHERE id = :id AND failed_at IS NOT NULL;

-- name: list_periods
SELECT kind, period_start FROM jobs_schedule;

-- name: start_period
-- Changes one row for the process that starts this period, none for the others.
INSERT INTO jobs_schedule (kind, period_start) VALUES (:kind, :start)
ON CONFLICT (kind) DO UPDATE SET period_start = excluded.period_start
 WHERE jobs_schedule.period_start < excluded.period_start;

-- name: count_waiting_scheduled
SELECT count(*) FROM jobs_job
 WHERE kind = :kind AND is_scheduled AND done_at IS NULL AND failed_at IS NULL;

-- name: forget_done_jobs
-- A job with a key stays much longer: it keeps the same work from being added again.
DELETE FROM jobs_job
 WHERE done_at < :before AND (unique_key IS NULL OR done_at < :keyed_before);
