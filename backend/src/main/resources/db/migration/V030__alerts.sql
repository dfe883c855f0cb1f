-- One matter is one alert: the id is derived from rule and matter, so it is the same even after a restore.
CREATE TABLE alert (
    id          TEXT PRIMARY KEY,
    rule        TEXT NOT NULL,
    matter      TEXT NOT NULL,
    severity    TEXT NOT NULL,
    state       TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    association TEXT,
    record_id   TEXT,
    loan_id     TEXT,
    person_id   TEXT,
    plan_task_id TEXT,
    task_code   TEXT,
    args        TEXT NOT NULL,
    occurrences INTEGER NOT NULL,
    opening     INTEGER NOT NULL,
    opened_at   BIGINT NOT NULL,
    opened_version BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    level       INTEGER NOT NULL,
    due_at      BIGINT,
    assigned_to TEXT,
    acknowledged_by TEXT,
    acknowledged_role TEXT,
    acknowledged_at BIGINT,
    acknowledged_note TEXT,
    resolved_by TEXT,
    resolved_role TEXT,
    resolved_at BIGINT,
    resolved_note TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX alert_by_commune ON alert (commune_code, rule, state);
CREATE INDEX alert_by_due ON alert (due_at) WHERE state = 'OPEN';
CREATE INDEX alert_by_record ON alert (record_id);
CREATE INDEX alert_by_group ON alert (group_code);

-- What keeps an alert alive: a line of records, or a matter found by a daily round. Without any it is resolved.
CREATE TABLE alert_source (
    alert_id    TEXT NOT NULL REFERENCES alert (id),
    source      TEXT NOT NULL,
    live        INTEGER NOT NULL,
    seen_at     BIGINT NOT NULL,
    PRIMARY KEY (alert_id, source)
);
CREATE INDEX alert_source_by_source ON alert_source (source, live);

-- Everything that happened to an alert, in order. Nothing is removed from here.
CREATE TABLE alert_history (
    alert_id    TEXT NOT NULL REFERENCES alert (id),
    n           INTEGER NOT NULL,
    what        TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    person_id   TEXT,
    acting_role TEXT,
    note        TEXT,
    PRIMARY KEY (alert_id, n)
);

-- Who has the alert now; the feed holds one row for each.
CREATE TABLE alert_reader (
    alert_id    TEXT NOT NULL REFERENCES alert (id),
    person_id   TEXT NOT NULL,
    role        TEXT NOT NULL,
    brief       INTEGER NOT NULL,
    may_answer  INTEGER NOT NULL,
    PRIMARY KEY (alert_id, person_id)
);
CREATE INDEX alert_reader_by_person ON alert_reader (person_id);

-- What an area has otherwise than the defaults of the build, from a day on.
CREATE TABLE alert_rule_change (
    area_code   TEXT NOT NULL,
    rule        TEXT NOT NULL,
    from_day    TEXT NOT NULL,
    change      TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    PRIMARY KEY (area_code, rule, from_day)
);

-- The first day alerts looked at a commune: what was late before is its backlog.
CREATE TABLE alert_commune (
    code        TEXT PRIMARY KEY,
    started_on  TEXT NOT NULL
);

CREATE INDEX person_grant_by_area ON person_grant (area_code);
CREATE INDEX area_by_successor ON area (successor_code) WHERE successor_code IS NOT NULL;
