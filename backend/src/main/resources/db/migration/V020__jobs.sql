-- Work promised in the transaction that made it necessary; done afterwards, and safe to do twice.
CREATE TABLE job (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    argument    TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    attempts    INTEGER NOT NULL,
    not_before  BIGINT NOT NULL
);
CREATE INDEX job_by_time ON job (not_before);
