-- A plan row is one version; versions of one plan share a line, and a task keeps its id along the line.
ALTER TABLE plan ADD COLUMN line_id TEXT;
ALTER TABLE plan ADD COLUMN version_no INTEGER;
ALTER TABLE plan ADD COLUMN last_day TEXT;
ALTER TABLE plan ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN task_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN doubt_count INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX plan_by_line ON plan (line_id, version_no);

-- The same task stands once in each version: its id alone names no row.
DROP TABLE plan_task;
CREATE TABLE plan_task (
    plan_id     TEXT NOT NULL REFERENCES plan (id),
    task_key    TEXT NOT NULL,
    id          TEXT NOT NULL,
    position    INTEGER NOT NULL,
    content     TEXT NOT NULL,
    task        TEXT NOT NULL,
    PRIMARY KEY (plan_id, task_key)
);
CREATE INDEX plan_task_by_id ON plan_task (id);

-- What a person changed in a reading, or decided about it. Nothing is removed from here.
CREATE TABLE plan_correction (
    plan_id     TEXT NOT NULL REFERENCES plan (id),
    n           INTEGER NOT NULL,
    task_key    TEXT,
    field       TEXT NOT NULL,
    old_value   TEXT,
    new_value   TEXT,
    by_whom     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    corrected_at BIGINT NOT NULL,
    PRIMARY KEY (plan_id, n)
);

-- How a version's tasks differ from those of the version before, for a person to look at.
CREATE TABLE plan_task_change (
    plan_id     TEXT NOT NULL REFERENCES plan (id),
    n           INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    task_id     TEXT NOT NULL,
    old_key     TEXT,
    new_key     TEXT,
    old_content TEXT,
    new_content TEXT,
    PRIMARY KEY (plan_id, n)
);
