-- Who saw, exported or was refused what of other people. Nothing is changed or removed here while it must be kept.
CREATE TABLE access_log (
    id            TEXT PRIMARY KEY,
    at            BIGINT NOT NULL,
    person_id     TEXT NOT NULL,
    role          TEXT NOT NULL,
    area_code     TEXT NOT NULL,
    act           TEXT NOT NULL,
    kind          TEXT NOT NULL,
    ids           TEXT NOT NULL,
    id_count      INTEGER NOT NULL
);
CREATE INDEX access_log_by_time ON access_log (at);
CREATE INDEX access_log_by_area ON access_log (area_code, at);
