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
   AND (:open_only = 0 OR (s.status NOT IN ('closed', 'abandoned') AND NOT EXISTS (SELECT 1 FROM actions_action next WHERE next.carried_from = s.id AND next.removed_at IS NULL)))
   AND (:late_only = 0 OR (s.deadline < :today AND s.status IN ('to_do', 'in_progress', 'blocked')))
   AND (:without_due = 0 OR s.due_kind = 'none')
   AND (:without_responsible = 0 OR NOT EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id))
   AND (:responsible = '' OR EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id AND r.actor = :responsible))
   AND (:actors = '' OR EXISTS (SELECT 1 FROM actions_responsible r WHERE r.action = s.id AND r.actor <> '' AND :actors LIKE '%' || r.actor || '%'));

-- fragment: register_order
ORDER BY CASE WHEN s.status IN ('closed', 'abandoned') THEN 1 ELSE 0 END, s.deadline NULLS LAST, s.due_kind, s.reference;

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

-- fragment: stands_beside
-- Neighbours as a reader sees them: under a gap of the same, or both under none.
(EXISTS (SELECT 1 FROM actions_gap_action mine JOIN actions_gap_action theirs ON theirs.gap = mine.gap WHERE mine.action = a.id AND theirs.action = n.id)
     OR NOT EXISTS (SELECT 1 FROM actions_gap_action linked WHERE linked.action = a.id OR linked.action = n.id));

-- name: action_above
SELECT n.id, n.position FROM actions_action n JOIN actions_action a ON a.plan = n.plan AND a.id = :action
 WHERE n.removed_at IS NULL AND n.position < a.position AND {{stands_beside}} ORDER BY n.position DESC LIMIT 1;

-- name: action_below
SELECT n.id, n.position FROM actions_action n JOIN actions_action a ON a.plan = n.plan AND a.id = :action
 WHERE n.removed_at IS NULL AND n.position > a.position AND {{stands_beside}} ORDER BY n.position LIMIT 1;

-- name: action_position
SELECT position FROM actions_action WHERE id = :action;

-- name: place_action
UPDATE actions_action SET position = :position WHERE id = :action;

-- name: body_code
SELECT code FROM bodies_body WHERE id = :body;

-- name: last_reference
-- The highest running number of a body's references of that year, « NUT-2025-014 » → 14.
SELECT coalesce(max(CAST(substr(reference, length(CAST(:prefix AS TEXT)) + 1) AS INTEGER)), 0) FROM actions_action
 WHERE body = :body AND reference LIKE :prefix || '%';

-- name: insert_action
INSERT INTO actions_action (id, body, plan, section, source_kind, source, reference, position, text, search_text, due_kind, due_value, due_text,
    deadline, first_deadline, postponements, priority, status, status_reason, closing_note, closed_on, progress, carried_from, author, version,
    created_at, changed_at)
VALUES (:id, :body, :plan, :section, :source_kind, :source, :reference,
    (SELECT coalesce(max(position), 0) + 1 FROM actions_action WHERE plan = :plan), :text, :search_text, :due_kind, :due_value, :due_text,
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

-- name: insert_comment
INSERT INTO actions_comment (id, action, at, person, author, text) VALUES (:id, :action, :now, :person, :author, :text);

-- name: history_changes
SELECT at, author, note, version, text, due_kind, due_value, status, status_reason, postponements FROM actions_change WHERE action = :action ORDER BY version DESC;

-- name: history_comments
SELECT at, author, text FROM actions_comment WHERE action = :action ORDER BY at DESC, id DESC;

-- name: roster_people
-- Everybody, with the organisations they belong to that day.
SELECT p.id, p.full_name, p.email, p.language, a.organization
  FROM people_person p
  LEFT JOIN people_affiliation a ON a.person = p.id AND a.starts_on <= :today AND (a.ends_on IS NULL OR a.ends_on >= :today)
 ORDER BY p.id, a.starts_on DESC NULLS LAST, a.id;

-- name: roster_memberships
SELECT body, organization, person, status FROM bodies_membership
 WHERE status IN ('member', 'observer') AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today) ORDER BY body, starts_on, id;

-- name: roster_mandates
-- Named persons who hold a mandate that day, whoever answers for the body first; the organisation they hold it for.
SELECT body, organization, person, role FROM bodies_mandate
 WHERE person IS NOT NULL AND starts_on <= :today AND (ends_on IS NULL OR ends_on >= :today)
 ORDER BY body, CASE WHEN role = 'co_coordinator' THEN 1 ELSE 0 END, starts_on, id;

-- name: recent_changes
-- The last time each person changed an action.
SELECT action, person, max(at) FROM actions_change WHERE at >= :since GROUP BY action, person;

-- name: reminder_keys_since
SELECT key FROM actions_reminder WHERE at >= :since;

-- name: count_reminders_with_key
SELECT count(*) FROM actions_reminder WHERE key = :key;

-- name: insert_reminder
INSERT INTO actions_reminder (key, person, stage, week, at) VALUES (:key, :person, :stage, :week, :now) ON CONFLICT (key) DO NOTHING;

-- name: insert_reminder_action
INSERT INTO actions_reminder_action (key, action) VALUES (:key, :action);

-- name: reminder_log
-- The mail of a reminder is in the outbox under the same key.
SELECT r.key, r.stage, r.at, p.full_name, m.state, m.sent_at
  FROM actions_reminder r
  JOIN people_person p ON p.id = r.person
  LEFT JOIN mail_outbox m ON m.message_key = r.key
 WHERE r.week = :week AND EXISTS (SELECT 1 FROM actions_reminder_action l JOIN actions_action a ON a.id = l.action WHERE l.key = r.key AND a.body = :body)
 ORDER BY r.at DESC, p.full_name, r.key;

-- name: reminder_log_actions
SELECT l.key, a.id, a.reference, a.text
  FROM actions_reminder_action l
  JOIN actions_reminder r ON r.key = l.key
  JOIN actions_action a ON a.id = l.action
 WHERE r.week = :week AND a.body = :body ORDER BY l.key, a.reference;

-- name: deadlines_of_late_actions
-- Each state an open action had, oldest first: which deadlines it left behind, and when.
SELECT c.action, c.at, c.deadline FROM actions_change c JOIN actions_action a ON a.id = c.action
 WHERE a.removed_at IS NULL AND a.status IN ('to_do', 'in_progress', 'blocked') ORDER BY c.action, c.version;

-- name: insert_escalation
INSERT INTO actions_escalation (action, missed, body, at) VALUES (:action, :missed, :body, :now) ON CONFLICT (action, missed) DO NOTHING;

-- name: escalations
-- What a body was told of, its own and those of the bodies below; and where its own went.
SELECT e.action, e.missed, e.body, e.at, a.body, a.reference, a.text, b.name, t.name
  FROM actions_escalation e
  JOIN actions_action a ON a.id = e.action
  JOIN bodies_body b ON b.id = a.body
  JOIN bodies_body t ON t.id = e.body
 WHERE (e.body = :body OR a.body = :body) AND a.removed_at IS NULL AND a.status NOT IN ('closed', 'abandoned')
 ORDER BY e.at DESC, a.reference, e.missed;

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

-- name: plan_gap_links_left
-- Actions that still answer to a gap.
SELECT count(*) FROM actions_gap_action l JOIN actions_action a ON a.id = l.action WHERE l.gap = :gap AND a.removed_at IS NULL;

-- name: plan_content
SELECT (SELECT count(*) FROM actions_section s WHERE s.plan = :plan AND s.removed_at IS NULL)
     + (SELECT count(*) FROM actions_action a WHERE a.plan = :plan AND a.removed_at IS NULL);

-- name: remove_plan
UPDATE actions_plan SET removed_at = :now, version = version + 1 WHERE id = :plan AND removed_at IS NULL;

-- name: comment_count
SELECT count(*) FROM actions_comment WHERE action = :action;

-- name: insert_import
INSERT INTO actions_import (id, plan, file_name, file_hash, format, author, at, undo) VALUES (:id, :plan, :file_name, :file_hash, :format, :author, :now, :undo);

-- name: find_import
SELECT i.id, i.plan, p.body, p.year, i.file_name, i.format, i.author, i.at, i.undone_at, i.undo FROM actions_import i JOIN actions_plan p ON p.id = i.plan
 WHERE i.id = :import;

-- name: list_imports
-- The latest loads into the plans of a body.
SELECT i.id, i.plan, p.body, p.year, i.file_name, i.format, i.author, i.at, i.undone_at FROM actions_import i JOIN actions_plan p ON p.id = i.plan
 WHERE p.body = :body ORDER BY i.at DESC, i.id DESC LIMIT :limit;

-- name: mark_import_undone
UPDATE actions_import SET undone_at = :now WHERE id = :import AND undone_at IS NULL;

-- name: import_memory
SELECT kind, words, meaning FROM actions_import_memory WHERE body = :body;

-- name: remember_import_words
INSERT INTO actions_import_memory (body, kind, words, meaning) VALUES (:body, :kind, :words, :meaning)
ON CONFLICT (body, kind, words) DO UPDATE SET meaning = excluded.meaning;

-- name: insert_import_draft
INSERT INTO actions_import_draft (id, body, year, account, file_name, file_hash, plan, created_at)
VALUES (:id, :body, :year, :account, :file_name, :file_hash, :plan, :now);

-- name: find_import_draft
-- A draft is its author's alone.
SELECT id, body, year, file_name, file_hash, plan, created_at FROM actions_import_draft WHERE id = :draft AND account = :account;

-- name: body_of_import_draft
SELECT body FROM actions_import_draft WHERE id = :draft;

-- name: update_import_draft
UPDATE actions_import_draft SET plan = :plan WHERE id = :draft;

-- name: delete_import_draft
DELETE FROM actions_import_draft WHERE id = :draft;

-- name: delete_old_import_drafts
DELETE FROM actions_import_draft WHERE created_at < :before;

-- name: figures_by_body
-- Open, late and waiting for confirmation, by the rules of action_plan.hpp.
SELECT body, count(*) FILTER (WHERE status NOT IN ('closed', 'abandoned')),
       count(*) FILTER (WHERE deadline < :today AND status IN ('to_do', 'in_progress', 'blocked')),
       count(*) FILTER (WHERE status = 'done_to_confirm')
  FROM actions_action WHERE removed_at IS NULL GROUP BY body;

-- name: waiting_imports
SELECT d.id, d.file_name, d.year, b.name, d.created_at FROM actions_import_draft d JOIN bodies_body b ON b.id = d.body
 WHERE d.account = :account ORDER BY d.created_at DESC;

-- name: section_position
SELECT position FROM actions_section WHERE id = :section AND removed_at IS NULL;

-- name: section_above
SELECT n.id, n.position FROM actions_section n JOIN actions_section s ON s.plan = n.plan AND s.id = :section
 WHERE n.removed_at IS NULL AND n.position < s.position ORDER BY n.position DESC LIMIT 1;

-- name: section_below
SELECT n.id, n.position FROM actions_section n JOIN actions_section s ON s.plan = n.plan AND s.id = :section
 WHERE n.removed_at IS NULL AND n.position > s.position ORDER BY n.position LIMIT 1;

-- name: place_section
UPDATE actions_section SET position = :position WHERE id = :section;

-- name: make_room_after
-- The places behind a position move on by one, so that something can stand right after it.
UPDATE actions_action SET position = position + 1 WHERE plan = :plan AND position > :position;

-- name: origins_of_plan
-- The actions that those of the plan continue.
SELECT a.id, o.id, o.reference, coalesce(p.year, 0) FROM actions_action a JOIN actions_action o ON o.id = a.carried_from
  LEFT JOIN actions_plan p ON p.id = o.plan WHERE a.plan = :plan AND a.removed_at IS NULL;

-- name: continuations_of_plan
-- The actions that continue those of the plan.
SELECT a.id, n.id, n.reference, coalesce(p.year, 0) FROM actions_action a JOIN actions_action n ON n.carried_from = a.id
  LEFT JOIN actions_plan p ON p.id = n.plan WHERE a.plan = :plan AND a.removed_at IS NULL AND n.removed_at IS NULL;

-- name: catalogue_of_plan
SELECT catalogue FROM actions_plan WHERE id = :plan;
