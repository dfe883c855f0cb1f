-- What a task that produces documents has come to. Nothing is changed here: a correction is a further row that names the
-- one it corrects, and the newest of a line is its head.
CREATE TABLE task_result (
    id          TEXT PRIMARY KEY,
    plan_line   TEXT NOT NULL,
    task_id     TEXT NOT NULL,
    area_code   TEXT NOT NULL,
    done_on     TEXT NOT NULL,
    text        TEXT NOT NULL,
    document_number TEXT,
    file_sha256 TEXT,
    person_id   TEXT NOT NULL,
    corrects    TEXT,
    original_id TEXT NOT NULL,
    is_head     INTEGER NOT NULL,
    counts      INTEGER NOT NULL,
    entered_at  BIGINT NOT NULL
);
CREATE INDEX task_result_by_task ON task_result (task_id, is_head);
CREATE INDEX task_result_by_line ON task_result (plan_line, is_head);
CREATE UNIQUE INDEX task_result_corrected_once ON task_result (corrects);

-- Who may enter results of a plan besides those whose unit leads the task; without a task: of all its tasks.
CREATE TABLE task_right (
    person_id   TEXT NOT NULL,
    plan_line   TEXT NOT NULL,
    task_id     TEXT NOT NULL,
    from_day    TEXT NOT NULL,
    to_day      TEXT,
    PRIMARY KEY (person_id, plan_line, task_id, from_day)
);

-- Which figure a target came to in a period.
CREATE TABLE target_figure (
    id          TEXT PRIMARY KEY,
    plan_line   TEXT NOT NULL,
    target_id   TEXT NOT NULL,
    area_code   TEXT NOT NULL,
    period      TEXT NOT NULL,
    figure      TEXT NOT NULL,
    document_number TEXT,
    person_id   TEXT NOT NULL,
    corrects    TEXT,
    original_id TEXT NOT NULL,
    is_head     INTEGER NOT NULL,
    counts      INTEGER NOT NULL,
    entered_at  BIGINT NOT NULL
);
CREATE INDEX target_figure_by_line ON target_figure (plan_line, is_head);
CREATE UNIQUE INDEX target_figure_corrected_once ON target_figure (corrects);
