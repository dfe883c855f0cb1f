-- Which task of the plan above a task implements, as persons decided it: the newest decision holds, none is removed.
CREATE TABLE task_link (
    child_task_id TEXT NOT NULL,
    n           INTEGER NOT NULL,
    parent_task_id TEXT,
    by_whom     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    decided_at  BIGINT NOT NULL,
    PRIMARY KEY (child_task_id, n)
);
CREATE INDEX task_link_by_parent ON task_link (parent_task_id);
