-- Days whose round was made.
CREATE TABLE alert_round (
    day         TEXT PRIMARY KEY,
    made_at     BIGINT NOT NULL
);

-- Who acts for whom while he or she is away; the right to do so is a grant of the same days.
CREATE TABLE alert_deputy (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL,
    deputy_id   TEXT NOT NULL,
    role        TEXT NOT NULL,
    area_code   TEXT NOT NULL,
    from_day    TEXT NOT NULL,
    to_day      TEXT NOT NULL,
    made_at     BIGINT NOT NULL
);
CREATE INDEX alert_deputy_by_person ON alert_deputy (person_id);

CREATE INDEX tie_untied ON tie (tied_at) WHERE plan_task_id IS NULL;
CREATE INDEX obligation_open ON obligation (due_on) WHERE done_by IS NULL;
