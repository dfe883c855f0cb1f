-- One row per tied or untied head; a tie made by a person is never replaced by the rule.
CREATE TABLE tie (
    record_id   TEXT PRIMARY KEY,
    plan_task_id TEXT,
    plan_id     TEXT,
    task_key    TEXT,
    task_title  TEXT,
    made_by     TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    phrase      TEXT,
    args        TEXT NOT NULL,
    others      TEXT NOT NULL,
    tied_at     BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX tie_by_task ON tie (plan_task_id);
CREATE INDEX tie_by_plan ON tie (plan_id);
