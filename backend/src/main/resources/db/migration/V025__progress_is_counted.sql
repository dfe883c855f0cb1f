-- What reports count, read across the features: only heads that count, each with the task it is tied to.
CREATE VIEW report_record AS
SELECT r.id, r.kind, r.commune_code, r.village_code, r.group_code, r.effective_at, r.body, t.plan_task_id
FROM record r LEFT JOIN tie t ON t.record_id = r.id
WHERE r.status = 'ACCEPTED' AND r.is_head = 1 AND r.kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES');

-- A check that is owed stands where its loan is; once made, it counts for the task of the record that made it.
CREATE VIEW report_obligation AS
SELECT o.id, o.loan_id, o.due_on, o.done_by, l.commune_code, l.village_code, l.group_code, l.status AS loan_status,
       r.effective_at AS done_at, t.plan_task_id
FROM obligation o JOIN loan l ON l.id = o.loan_id
LEFT JOIN record r ON r.id = o.done_by
LEFT JOIN tie t ON t.record_id = o.done_by;

CREATE VIEW report_recommendation AS
SELECT m.id, m.record_id, m.commune_code, m.village_code, m.group_code, m.deadline, m.state, r.effective_at,
       t.plan_task_id
FROM recommendation m JOIN record r ON r.id = m.record_id
LEFT JOIN tie t ON t.record_id = m.record_id
WHERE r.status = 'ACCEPTED' AND r.is_head = 1 AND m.state <> 'WITHDRAWN';

CREATE VIEW report_group AS
SELECT code, name, commune_code, village_code, association FROM savings_group;

CREATE INDEX recommendation_by_record ON recommendation (record_id);
CREATE INDEX recommendation_by_commune ON recommendation (commune_code);

-- How each fact is counted at present, so that a change takes back exactly what was added.
CREATE TABLE progress_fact (
    source      TEXT NOT NULL,
    id          TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    plan_task_id TEXT,
    day         TEXT NOT NULL,
    due_on      TEXT,
    marks       TEXT NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX progress_fact_by_commune ON progress_fact (commune_code);

-- The sums: per place (a commune, a village, a group), month or week, task ('' for none) and mark; due_on only for
-- what is late from some day on.
CREATE TABLE progress_cell (
    commune_code TEXT NOT NULL,
    scope_kind  TEXT NOT NULL,
    grain       TEXT NOT NULL,
    period      TEXT NOT NULL,
    scope_code  TEXT NOT NULL,
    plan_task_id TEXT NOT NULL,
    mark        TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    n           BIGINT NOT NULL,
    PRIMARY KEY (commune_code, scope_kind, grain, period, scope_code, plan_task_id, mark, due_on)
);

-- Whoever counts takes this row first: two at once would count the same change twice.
CREATE TABLE progress_turn (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    n           BIGINT NOT NULL
);
INSERT INTO progress_turn (id, n) VALUES (1, 0);
