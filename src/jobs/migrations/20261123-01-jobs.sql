-- Work that outlives a request, and what the clock has started.
CREATE TABLE jobs_job (
  id @id PRIMARY KEY,
  kind @text NOT NULL,
  payload @json NOT NULL,
  unique_key @text,
  is_scheduled @boolean NOT NULL,
  run_at @instant NOT NULL,
  attempt @integer NOT NULL,
  leased_until @instant,
  leased_by @text,
  done_at @instant,
  failed_at @instant,
  last_error @text,
  created_at @instant NOT NULL
);
-- A key that is NULL differs from every other on both engines.
CREATE UNIQUE INDEX jobs_job_key ON jobs_job (kind, unique_key);
CREATE INDEX jobs_job_waiting ON jobs_job (run_at, id) WHERE done_at IS NULL AND failed_at IS NULL;
CREATE INDEX jobs_job_failed ON jobs_job (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX jobs_job_done ON jobs_job (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE jobs_schedule (
  kind @text PRIMARY KEY,
  period_start @instant NOT NULL
);
