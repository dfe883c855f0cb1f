-- What a person at a desk decided about evidence or about who answers for it. The document is kept as it was hashed for
-- the commune's log.
CREATE TABLE decision (
    id          TEXT PRIMARY KEY,
    partition_code TEXT NOT NULL,
    kind        TEXT NOT NULL,
    about       TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    document    TEXT NOT NULL,
    hash        TEXT NOT NULL,
    made_at     BIGINT NOT NULL
);
CREATE INDEX decision_by_about ON decision (about, kind);
CREATE INDEX decision_by_partition ON decision (partition_code, kind, made_at);

-- Who sees to it that a recommendation is followed, where the paper's words name nobody in particular.
ALTER TABLE recommendation ADD COLUMN follower_id TEXT;
