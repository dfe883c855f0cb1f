-- Wrong passwords of the last hour, by a hash of account and address or of the address: a restart forgets nothing.
CREATE TABLE sign_in_failure (
    id          TEXT PRIMARY KEY,
    failures    INTEGER NOT NULL,
    last_at     BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (last_at);
