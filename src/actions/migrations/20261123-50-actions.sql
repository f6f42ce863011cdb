-- The action plan of a body, the register of actions over all origins, and what happened to each action.
-- Nothing is deleted: removed_at takes a row out of sight and leaves its history.

-- The catalogue of core functions, versioned: an old plan keeps the labels of its day (S0-23, S0-24).
CREATE TABLE actions_catalogue (
    version @integer NOT NULL PRIMARY KEY,
    note @text NOT NULL,
    created_at @instant NOT NULL
);

CREATE TABLE actions_function (
    catalogue @integer NOT NULL REFERENCES actions_catalogue (version),
    code @text NOT NULL,
    position @integer NOT NULL,
    label_fr @text NOT NULL,
    label_en @text NOT NULL,
    PRIMARY KEY (catalogue, code)
);

CREATE TABLE actions_plan (
    id @id NOT NULL PRIMARY KEY,
    body @id NOT NULL REFERENCES bodies_body (id),
    year @integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
    title @text NOT NULL,
    catalogue @integer NOT NULL REFERENCES actions_catalogue (version),
    version @integer NOT NULL,
    created_at @instant NOT NULL,
    removed_at @instant
);
CREATE UNIQUE INDEX actions_plan_body_year ON actions_plan (body, year) WHERE removed_at IS NULL;

CREATE TABLE actions_section (
    id @id NOT NULL PRIMARY KEY,
    plan @id NOT NULL REFERENCES actions_plan (id),
    position @integer NOT NULL,
    title @text NOT NULL,
    core_function @text NOT NULL, -- code of the catalogue, or empty
    removed_at @instant
);
CREATE INDEX actions_section_plan ON actions_section (plan, position);

CREATE TABLE actions_gap (
    id @id NOT NULL PRIMARY KEY,
    plan @id NOT NULL REFERENCES actions_plan (id),
    section @id NOT NULL REFERENCES actions_section (id),
    position @integer NOT NULL,
    text @text NOT NULL,
    version @integer NOT NULL,
    removed_at @instant
);
CREATE INDEX actions_gap_plan ON actions_gap (plan, position);

CREATE TABLE actions_action (
    id @id NOT NULL PRIMARY KEY,
    body @id NOT NULL REFERENCES bodies_body (id),
    plan @id REFERENCES actions_plan (id),
    section @id REFERENCES actions_section (id),
    source_kind @text NOT NULL, -- "action_plan" today; "meeting", "ccpm" … later: where it was decided
    source @id,                 -- id of that thing
    reference @text NOT NULL,
    position @integer NOT NULL,
    text @text NOT NULL,
    search_text @text NOT NULL, -- normalised words of the text and of the responsible
    due_kind @text NOT NULL CHECK (due_kind IN ('date', 'month', 'frequency', 'continuous', 'none')),
    due_value @text NOT NULL,
    due_text @text NOT NULL,
    deadline @date,             -- last day on time, derived from the due; null when there is none
    first_deadline @date,
    postponements @integer NOT NULL,
    priority @text NOT NULL CHECK (priority IN ('normal', 'high')),
    status @text NOT NULL CHECK (status IN ('to_do', 'in_progress', 'blocked', 'done_to_confirm', 'closed', 'abandoned')),
    status_reason @text NOT NULL,
    closing_note @text NOT NULL,
    closed_on @date,
    progress @integer CHECK (progress BETWEEN 0 AND 100),
    carried_from @id REFERENCES actions_action (id),
    author @text NOT NULL,      -- id of the person who wrote it, or empty
    version @integer NOT NULL,
    created_at @instant NOT NULL,
    changed_at @instant NOT NULL,
    removed_at @instant,
    UNIQUE (body, reference)
);
CREATE INDEX actions_action_plan ON actions_action (plan, position);
CREATE INDEX actions_action_body ON actions_action (body, status, deadline);
CREATE INDEX actions_action_deadline ON actions_action (deadline);

CREATE TABLE actions_gap_action (
    gap @id NOT NULL REFERENCES actions_gap (id),
    action @id NOT NULL REFERENCES actions_action (id),
    PRIMARY KEY (gap, action)
);
CREATE INDEX actions_gap_action_action ON actions_gap_action (action);

CREATE TABLE actions_responsible (
    action @id NOT NULL REFERENCES actions_action (id),
    position @integer NOT NULL, -- 0 answers for the action
    kind @text NOT NULL CHECK (kind IN ('person', 'organization', 'body', 'unit')),
    actor @id NOT NULL,         -- id of the person, organization or body; empty for a unit or a name nobody recognised
    name @text NOT NULL,
    PRIMARY KEY (action, position)
);
CREATE INDEX actions_responsible_actor ON actions_responsible (actor);

-- One state per member organization when a whole body is responsible (domain invariant 14).
CREATE TABLE actions_member_state (
    action @id NOT NULL REFERENCES actions_action (id),
    organization @id NOT NULL REFERENCES people_organization (id),
    status @text NOT NULL,
    note @text NOT NULL,
    changed_at @instant NOT NULL,
    PRIMARY KEY (action, organization)
);

CREATE TABLE actions_occurrence (
    id @id NOT NULL PRIMARY KEY,
    action @id NOT NULL REFERENCES actions_action (id),
    period_start @date NOT NULL,
    period_end @date NOT NULL,
    done @boolean,              -- null: nobody has said
    evidence @text NOT NULL,
    changed_at @instant,
    UNIQUE (action, period_start)
);

-- The state an action had from `at` on: what « état au … » reads. One row per change, never altered.
CREATE TABLE actions_change (
    id @id NOT NULL PRIMARY KEY,
    action @id NOT NULL REFERENCES actions_action (id),
    version @integer NOT NULL,
    at @instant NOT NULL,
    person @text NOT NULL,      -- id, or empty
    author @text NOT NULL,      -- name as shown
    note @text NOT NULL,        -- what was said with the change
    text @text NOT NULL,
    due_kind @text NOT NULL,
    due_value @text NOT NULL,
    deadline @date,
    postponements @integer NOT NULL,
    status @text NOT NULL,
    status_reason @text NOT NULL,
    progress @integer,
    removed @boolean NOT NULL,
    UNIQUE (action, version)
);
CREATE INDEX actions_change_at ON actions_change (action, at);

CREATE TABLE actions_comment (
    id @id NOT NULL PRIMARY KEY,
    action @id NOT NULL REFERENCES actions_action (id),
    at @instant NOT NULL,
    person @text NOT NULL,
    author @text NOT NULL,
    text @text NOT NULL
);
CREATE INDEX actions_comment_action ON actions_comment (action, at);

-- A load of a file into a plan: what it added and changed, so that it can be undone, and so that loading it again changes nothing.
CREATE TABLE actions_import (
    id @id NOT NULL PRIMARY KEY,
    plan @id NOT NULL REFERENCES actions_plan (id),
    file_name @text NOT NULL,
    file_hash @text NOT NULL,
    format @text NOT NULL,
    author @text NOT NULL,
    at @instant NOT NULL,
    undo @json NOT NULL,        -- ids added, and former values of what was changed with the version that followed
    undone_at @instant
);
CREATE INDEX actions_import_plan ON actions_import (plan, at);

-- What people corrected, so that the next file of that body is read right the first time.
CREATE TABLE actions_import_memory (
    body @id NOT NULL REFERENCES bodies_body (id),
    kind @text NOT NULL CHECK (kind IN ('header', 'due', 'section')),
    words @text NOT NULL,
    meaning @text NOT NULL,
    PRIMARY KEY (body, kind, words)
);

-- A file read and shown, waiting for its reader's corrections and « Enregistrer ».
CREATE TABLE actions_import_draft (
    id @id NOT NULL PRIMARY KEY,
    body @id NOT NULL REFERENCES bodies_body (id),
    year @integer NOT NULL,
    account @text NOT NULL,
    file_name @text NOT NULL,
    file_hash @text NOT NULL,
    plan @json NOT NULL,        -- the ImportedPlan as read and corrected
    created_at @instant NOT NULL
);

-- Which actions a reminder spoke of: the log the coordinator reads. The mail itself is in the outbox under the same key.
CREATE TABLE actions_reminder (
    key @text NOT NULL PRIMARY KEY,
    person @id NOT NULL REFERENCES people_person (id),
    stage @text NOT NULL,       -- "weekly", "before", "after"
    week @date NOT NULL,        -- Monday
    at @instant NOT NULL
);
CREATE TABLE actions_reminder_action (
    key @text NOT NULL REFERENCES actions_reminder (key),
    action @id NOT NULL REFERENCES actions_action (id),
    PRIMARY KEY (key, action)
);
CREATE INDEX actions_reminder_action_action ON actions_reminder_action (action);

-- Missed dates that were told to the coordinator (2) or proposed for the agenda of the body above (3), once each.
CREATE TABLE actions_escalation (
    action @id NOT NULL REFERENCES actions_action (id),
    missed @integer NOT NULL,
    body @id NOT NULL REFERENCES bodies_body (id), -- who is told
    at @instant NOT NULL,
    PRIMARY KEY (action, missed)
);
