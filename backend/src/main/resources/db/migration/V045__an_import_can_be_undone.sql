-- What the last import of a commune replaced, so that it can be undone. A row without "was" is something it brought.
CREATE TABLE roster_step (
    import_id   TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    was         TEXT,
    after_version BIGINT NOT NULL,
    PRIMARY KEY (import_id, kind, id)
);
CREATE INDEX roster_step_by_commune ON roster_step (commune_code, import_id);

-- Of which communes an import changed something, and what became of that.
CREATE TABLE roster_import_commune (
    import_id   TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    undone_at   BIGINT,
    undone_by   TEXT,
    PRIMARY KEY (import_id, commune_code)
);
CREATE INDEX roster_import_commune_by_commune ON roster_import_commune (commune_code, imported_at);
