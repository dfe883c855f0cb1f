CREATE TABLE plan (
    id          TEXT PRIMARY KEY,
    title       TEXT NOT NULL,
    issuer_name TEXT NOT NULL,
    level       TEXT NOT NULL,
    area_code   TEXT,
    number      TEXT,
    dated       TEXT,
    status      TEXT NOT NULL,
    revision    BIGINT NOT NULL,
    effective_from TEXT,
    effective_to TEXT,
    source_name TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    document    TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    published_at BIGINT
);
CREATE INDEX plan_by_area ON plan (area_code, status);

CREATE TABLE plan_task (
    id          TEXT PRIMARY KEY,
    plan_id     TEXT NOT NULL REFERENCES plan (id),
    task_key    TEXT NOT NULL,
    position    INTEGER NOT NULL,
    content     TEXT NOT NULL,
    task        TEXT NOT NULL,
    UNIQUE (plan_id, task_key)
);
