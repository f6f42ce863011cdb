-- Queries of plans, actions and the register. An action's row is read in one shape only, `action_columns`.

-- fragment: action_columns
s.id, s.body, s.plan, s.section, s.reference, s.text, s.due_kind, s.due_value, s.due_text, s.first_deadline, s.postponements,
       s.priority, s.status, s.status_reason, s.closing_note, s.closed_on, s.progress, s.carried_from, s.version;

-- fragment: state_as_of
(SELECT a.id, a.body, a.plan, a.section, a.reference, c.text, c.due_kind, c.due_value, a.due_text, a.first_deadline, c.postponements,
        a.priority, c.status, c.status_reason, a.closing_note, a.closed_on, c.progress, a.carried_from, c.version,
        c.deadline, a.search_text, a.position, CAST(NULL AS TEXT) AS removed_at
   FROM actions_action a
   JOIN actions_change c ON c.action = a.id
        AND c.version = (SELECT max(former.version) FROM actions_change former WHERE former.action = a.id AND former.at <= :as_of)
  WHERE NOT c.removed);

-- fragment: register_filter
s.removed_at IS NULL
   AND (:all_bodies = 1 OR :bodies LIKE '%' || s.body || '%')
   AND (:body = '' OR s.body = :body)
   AND (:plan = '' OR s.plan = :plan)
   AND (:core_function = '' OR EXISTS (SELECT 1 FROM actions_section f WHERE f.id = s.section AND f.core_function = :core_function))
   AND s.search_text LIKE :first AND s.search_text LIKE :second AND s.search_text LIKE :third
   AND (:status = '' OR s.status = :status)
   AND (:open_only = 0 OR s.status NOT IN ('closed', 'abandoned'))
   AND (:late_only = 0 OR (s.deadline < :today AND s.status IN ('to_do', 'in_progress', 'blocked')))
   AND (:without_due = 0 OR s.due_kind = 'none')
   AND (:without_responsible = 0 OR NOT EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id))
   AND (:responsible = '' OR EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id AND r.actor = :responsible))
   AND (:actors = '' OR EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id AND r.actor <> '' AND :actors LIKE '%' || r.actor || '%'));

-- fragment: register_order
ORDER BY s.deadline NULLS LAST, s.due_kind, s.reference;

-- fragment: register_page
SELECT s.id FROM actions_action s WHERE {{register_filter}} {{register_order}} LIMIT :limit OFFSET :offset;

-- fragment: register_page_as_of
SELECT s.id FROM {{state_as_of}} s WHERE {{register_filter}} {{register_order}} LIMIT :limit OFFSET :offset;

-- fragment: plan_actions
SELECT p.id FROM actions_action p WHERE p.plan = :plan AND p.removed_at IS NULL;

-- name: list_plans
SELECT id, body, year, title, version FROM actions_plan WHERE body = :body AND removed_at IS NULL ORDER BY year DESC;

-- name: find_plan
SELECT id, body, year, title, version FROM actions_plan WHERE id = :plan AND removed_at IS NULL;

-- name: find_plan_of_year
SELECT id, body, year, title, version FROM actions_plan WHERE body = :body AND year = :year AND removed_at IS NULL;

-- name: insert_plan
INSERT INTO actions_plan (id, body, year, title, catalogue, version, created_at)
VALUES (:id, :body, :year, :title, (SELECT max(version) FROM actions_catalogue), 1, :now);

-- name: touch_plan
-- Each change of structure raises the plan's version.
UPDATE actions_plan SET version = version + 1 WHERE id = :plan;

-- name: plan_sections
SELECT id, title, core_function FROM actions_section WHERE plan = :plan AND removed_at IS NULL ORDER BY position, id;

-- name: insert_section
INSERT INTO actions_section (id, plan, position, title, core_function)
VALUES (:id, :plan, (SELECT coalesce(max(position), 0) + 1 FROM actions_section WHERE plan = :plan), :title, :core_function);

-- name: update_section
UPDATE actions_section SET title = :title, core_function = :core_function WHERE id = :section AND plan = :plan AND removed_at IS NULL;

-- name: section_content
SELECT (SELECT count(*) FROM actions_gap g WHERE g.section = :section AND g.removed_at IS NULL)
     + (SELECT count(*) FROM actions_action a WHERE a.section = :section AND a.removed_at IS NULL);

-- name: remove_section
UPDATE actions_section SET removed_at = :now WHERE id = :section AND plan = :plan AND removed_at IS NULL;

-- name: plan_gaps
SELECT g.id, g.section, g.text FROM actions_gap g JOIN actions_section s ON s.id = g.section
 WHERE g.plan = :plan AND g.removed_at IS NULL ORDER BY s.position, g.position, g.id;

-- name: find_gap
SELECT id, plan, section, text, version, position FROM actions_gap WHERE id = :gap AND removed_at IS NULL;

-- name: insert_gap
INSERT INTO actions_gap (id, plan, section, position, text, version)
VALUES (:id, :plan, :section, (SELECT coalesce(max(position), 0) + 1 FROM actions_gap WHERE plan = :plan), :text, 1);

-- name: update_gap
UPDATE actions_gap SET text = :text, section = :section, version = version + 1 WHERE id = :gap AND version = :version AND removed_at IS NULL;

-- name: update_actions_section_of_gap
-- The actions of a gap follow it into its new section.
UPDATE actions_action SET section = :section WHERE removed_at IS NULL AND id IN (SELECT action FROM actions_gap_action WHERE gap = :gap);

-- name: remove_gap
UPDATE actions_gap SET removed_at = :now, version = version + 1 WHERE id = :gap AND removed_at IS NULL;

-- name: unlink_gap
DELETE FROM actions_gap_action WHERE gap = :gap;

-- name: gap_above
SELECT n.id, n.position FROM actions_gap n JOIN actions_gap g ON g.section = n.section AND g.id = :gap
 WHERE n.removed_at IS NULL AND n.position < g.position ORDER BY n.position DESC LIMIT 1;

-- name: gap_below
SELECT n.id, n.position FROM actions_gap n JOIN actions_gap g ON g.section = n.section AND g.id = :gap
 WHERE n.removed_at IS NULL AND n.position > g.position ORDER BY n.position LIMIT 1;

-- name: place_gap
UPDATE actions_gap SET position = :position WHERE id = :gap;

-- name: action_above
SELECT n.id, n.position FROM actions_action n JOIN actions_action a ON a.section = n.section AND a.id = :action
 WHERE n.removed_at IS NULL AND n.position < a.position ORDER BY n.position DESC LIMIT 1;

-- name: action_below
SELECT n.id, n.position FROM actions_action n JOIN actions_action a ON a.section = n.section AND a.id = :action
 WHERE n.removed_at IS NULL AND n.position > a.position ORDER BY n.position LIMIT 1;

-- name: action_position
SELECT position FROM actions_action WHERE id = :action;

-- name: place_action
UPDATE actions_action SET position = :position WHERE id = :action;

-- name: body_code
SELECT code FROM bodies_body WHERE id = :body;

-- name: last_reference
-- The highest running number of a body's references of that year, « NUT-2025-014 » → 14.
SELECT count(*) FROM actions_action WHERE body = :body AND reference LIKE :prefix || '%';

-- name: insert_action
INSERT INTO actions_action (id, body, plan, section, source_kind, source, reference, position, text, search_text, due_kind, due_value, due_text,
    deadline, first_deadline, postponements, priority, status, status_reason, closing_note, closed_on, progress, carried_from, author, version,
    created_at, changed_at)
VALUES (:id, :body, :plan, :section, :source_kind, :source, :reference,
    (SELECT coalesce(max(position), 0) + 1 FROM actions_action WHERE body = :body), :text, :search_text, :due_kind, :due_value, :due_text,
    :deadline, :first_deadline, :postponements, :priority, :status, :status_reason, :closing_note, :closed_on, :progress, :carried_from, :author, 1,
    :now, :now);

-- name: update_action
UPDATE actions_action SET section = :section, text = :text, search_text = :search_text, due_kind = :due_kind, due_value = :due_value, due_text = :due_text,
    deadline = :deadline, first_deadline = :first_deadline, postponements = :postponements, priority = :priority, status = :status,
    status_reason = :status_reason, closing_note = :closing_note, closed_on = :closed_on, progress = :progress, version = version + 1, changed_at = :now
 WHERE id = :id AND version = :version AND removed_at IS NULL;

-- name: remove_action
UPDATE actions_action SET removed_at = :now, version = version + 1, changed_at = :now WHERE id = :action AND removed_at IS NULL;

-- name: insert_change
INSERT INTO actions_change (id, action, version, at, person, author, note, text, due_kind, due_value, deadline, postponements, status, status_reason, progress, removed)
SELECT :id, a.id, a.version, :now, :person, :author, :note, a.text, a.due_kind, a.due_value, a.deadline, a.postponements, a.status, a.status_reason, a.progress, :removed
  FROM actions_action a WHERE a.id = :action;

-- name: action_author
SELECT author FROM actions_action WHERE id = :action;

-- name: units_of_body
-- Names without an identity that actions of the body carry: the next writer need not confirm them again.
SELECT DISTINCT r.name FROM actions_responsible r JOIN actions_action a ON a.id = r.action
 WHERE a.body = :body AND a.removed_at IS NULL AND r.kind = 'unit' ORDER BY r.name;

-- name: responsible_choices
SELECT DISTINCT r.actor, r.name FROM actions_responsible r JOIN actions_action a ON a.id = r.action
 WHERE a.removed_at IS NULL AND r.actor <> '' AND (:all_bodies = 1 OR :bodies LIKE '%' || a.body || '%') ORDER BY r.name, r.actor;

-- name: plan_choices
SELECT p.id, p.body, p.year, p.title, p.version FROM actions_plan p
 WHERE p.removed_at IS NULL AND (:all_bodies = 1 OR :bodies LIKE '%' || p.body || '%') ORDER BY p.year DESC, p.title, p.id;

-- name: gap_texts_of_action
SELECT g.text FROM actions_gap_action l JOIN actions_gap g ON g.id = l.gap JOIN actions_section s ON s.id = g.section
 WHERE l.action = :action AND g.removed_at IS NULL ORDER BY s.position, g.position, g.id;

-- name: place_of_action
-- Titles of the plan and the section it stands in, and where it was decided.
SELECT p.title, s.title, a.source_kind FROM actions_action a
  LEFT JOIN actions_plan p ON p.id = a.plan LEFT JOIN actions_section s ON s.id = a.section
 WHERE a.id = :action;

-- name: kin_of_action
-- The action it continues and those that continue it, with the year of the plan they stand in.
SELECT k.id, k.reference, p.year, k.carried_from FROM actions_action k LEFT JOIN actions_plan p ON p.id = k.plan
 WHERE k.removed_at IS NULL AND (k.carried_from = :action OR k.id = (SELECT a.carried_from FROM actions_action a WHERE a.id = :action)) ORDER BY k.id;

-- name: escalations_of_action
-- Missed dates that were told, and to which body.
SELECT e.missed, e.at, b.name FROM actions_escalation e JOIN bodies_body b ON b.id = e.body WHERE e.action = :action ORDER BY e.missed DESC;

-- name: link_gap
INSERT INTO actions_gap_action (gap, action) VALUES (:gap, :action) ON CONFLICT (gap, action) DO NOTHING;

-- name: unlink_action
DELETE FROM actions_gap_action WHERE action = :action;

-- name: insert_responsible
INSERT INTO actions_responsible (action, position, kind, actor, name) VALUES (:action, :position, :kind, :actor, :name);

-- name: delete_responsible
DELETE FROM actions_responsible WHERE action = :action;

-- name: save_member_state
INSERT INTO actions_member_state (action, organization, status, note, changed_at) VALUES (:action, :organization, :status, :note, :now)
ON CONFLICT (action, organization) DO UPDATE SET status = excluded.status, note = excluded.note, changed_at = excluded.changed_at;

-- name: delete_member_states
DELETE FROM actions_member_state WHERE action = :action;

-- name: insert_occurrence
-- Periods that exist already keep what was said of them.
INSERT INTO actions_occurrence (id, action, period_start, period_end, evidence) VALUES (:id, :action, :period_start, :period_end, '')
ON CONFLICT (action, period_start) DO NOTHING;

-- name: delete_unsaid_occurrences
-- When the frequency changes, periods nobody has spoken of go; the others stay as proof.
DELETE FROM actions_occurrence WHERE action = :action AND done IS NULL;

-- name: record_occurrence
UPDATE actions_occurrence SET done = :done, evidence = :evidence, changed_at = :now WHERE id = :occurrence AND action = :action;

-- name: touch_action
UPDATE actions_action SET version = version + 1, changed_at = :now WHERE id = :action AND removed_at IS NULL;

-- name: insert_comment
INSERT INTO actions_comment (id, action, at, person, author, text) VALUES (:id, :action, :now, :person, :author, :text);

-- name: history_changes
SELECT at, author, note, version, text, due_kind, due_value, status, status_reason, postponements FROM actions_change WHERE action = :action ORDER BY version DESC;

-- name: history_comments
SELECT at, author, text FROM actions_comment WHERE action = :action ORDER BY at DESC, id DESC;

-- name: one_action
SELECT {{action_columns}} FROM actions_action s WHERE s.id = :action AND s.removed_at IS NULL;

-- name: one_gap_links
SELECT action, gap FROM actions_gap_action WHERE action = :action ORDER BY gap;

-- name: one_responsible
SELECT action, kind, actor, name FROM actions_responsible WHERE action = :action ORDER BY position;

-- name: one_member_states
SELECT m.action, m.organization, o.name, m.status, m.note FROM actions_member_state m JOIN people_organization o ON o.id = m.organization
 WHERE m.action = :action ORDER BY o.name;

-- name: one_occurrences
SELECT action, id, period_start, period_end, done, evidence, changed_at FROM actions_occurrence WHERE action = :action ORDER BY period_start;

-- name: actions_of_plan
SELECT {{action_columns}} FROM actions_action s WHERE s.plan = :plan AND s.removed_at IS NULL ORDER BY s.position, s.id;

-- name: actions_of_plan_as_of
SELECT {{action_columns}} FROM {{state_as_of}} s WHERE s.plan = :plan ORDER BY s.position, s.id;

-- name: gap_links_of_plan
SELECT l.action, l.gap FROM actions_gap_action l JOIN actions_gap g ON g.id = l.gap WHERE g.plan = :plan AND g.removed_at IS NULL ORDER BY g.position, g.id;

-- name: responsible_of_plan
SELECT action, kind, actor, name FROM actions_responsible WHERE action IN ({{plan_actions}}) ORDER BY action, position;

-- name: member_states_of_plan
SELECT m.action, m.organization, o.name, m.status, m.note FROM actions_member_state m JOIN people_organization o ON o.id = m.organization
 WHERE m.action IN ({{plan_actions}}) ORDER BY m.action, o.name;

-- name: occurrences_of_plan
SELECT action, id, period_start, period_end, done, evidence, changed_at FROM actions_occurrence WHERE action IN ({{plan_actions}}) ORDER BY action, period_start;

-- name: register_actions
SELECT {{action_columns}} FROM actions_action s WHERE {{register_filter}} {{register_order}} LIMIT :limit OFFSET :offset;

-- name: register_actions_as_of
SELECT {{action_columns}} FROM {{state_as_of}} s WHERE {{register_filter}} {{register_order}} LIMIT :limit OFFSET :offset;

-- name: register_responsible
SELECT action, kind, actor, name FROM actions_responsible WHERE action IN ({{register_page}}) ORDER BY action, position;

-- name: register_member_states
SELECT m.action, m.organization, o.name, m.status, m.note FROM actions_member_state m JOIN people_organization o ON o.id = m.organization
 WHERE m.action IN ({{register_page}}) ORDER BY m.action, o.name;

-- name: register_occurrences
SELECT action, id, period_start, period_end, done, evidence, changed_at FROM actions_occurrence WHERE action IN ({{register_page}}) ORDER BY action, period_start;

-- name: register_responsible_as_of
SELECT action, kind, actor, name FROM actions_responsible WHERE action IN ({{register_page_as_of}}) ORDER BY action, position;

-- name: register_member_states_as_of
SELECT m.action, m.organization, o.name, m.status, m.note FROM actions_member_state m JOIN people_organization o ON o.id = m.organization
 WHERE m.action IN ({{register_page_as_of}}) ORDER BY m.action, o.name;

-- name: register_occurrences_as_of
SELECT action, id, period_start, period_end, done, evidence, changed_at FROM actions_occurrence WHERE action IN ({{register_page_as_of}}) ORDER BY action, period_start;

-- name: current_catalogue
SELECT version, note FROM actions_catalogue ORDER BY version DESC LIMIT 1;

-- name: list_catalogues
SELECT version, note, created_at FROM actions_catalogue ORDER BY version DESC;

-- name: find_catalogue
SELECT version, note FROM actions_catalogue WHERE version = :version;

-- name: catalogue_functions
SELECT code, label_fr, label_en FROM actions_function WHERE catalogue = :version ORDER BY position;

-- name: insert_catalogue
INSERT INTO actions_catalogue (version, note, created_at) VALUES (:version, :note, :now);

-- name: insert_function
INSERT INTO actions_function (catalogue, code, position, label_fr, label_en) VALUES (:version, :code, :position, :label_fr, :label_en);
