-- name: move_actions
-- Of a body that was merged, to the one that continues it.
UPDATE actions_action SET body = :into WHERE body = :former;

-- name: move_plans
-- Where the other body has a plan of the same year, the plan stays with the former body; its actions went over.
UPDATE actions_plan SET body = :into
 WHERE body = :former AND (removed_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM actions_plan p WHERE p.body = :into AND p.year = actions_plan.year AND p.removed_at IS NULL));

-- name: move_import_drafts
UPDATE actions_import_draft SET body = :into WHERE body = :former;
