-- name: reaction_cursor
SELECT sequence FROM jobs_reaction_cursor WHERE name = 'journal';

-- name: save_reaction_cursor
INSERT INTO jobs_reaction_cursor (name, sequence) VALUES ('journal', :sequence)
ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence;
