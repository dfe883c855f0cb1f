-- What was refused for ever, by its identity alone: the mended record names it, and must not wait for it.
CREATE TABLE refused_item (
    id          TEXT NOT NULL,
    hash        TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    device_id   TEXT NOT NULL,
    refused_at  BIGINT NOT NULL,
    problems    TEXT NOT NULL,
    PRIMARY KEY (id, hash)
);
