-- Papers that were typed in: what each became stands in the records themselves.
CREATE TABLE paper_entry (
    record_id   TEXT PRIMARY KEY,
    commune_code TEXT NOT NULL,
    group_code  TEXT,
    kind        TEXT NOT NULL,
    made_on     TEXT NOT NULL,
    author      TEXT NOT NULL,
    typed_by    TEXT NOT NULL,
    typed_at    BIGINT NOT NULL,
    records     INTEGER NOT NULL,
    scan        TEXT NOT NULL
);
CREATE INDEX paper_entry_by_commune ON paper_entry (commune_code, typed_at);
