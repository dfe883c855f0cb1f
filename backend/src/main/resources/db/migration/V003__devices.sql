CREATE TABLE enrolment_code (
    code_hash   TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES person (id),
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT,
    used_key_id TEXT,
    device_id   TEXT,
    refused_at  BIGINT
);

CREATE TABLE device (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES person (id),
    name        TEXT,
    model       TEXT,
    os_version  TEXT,
    app_version TEXT,
    key_id      TEXT NOT NULL UNIQUE,
    public_key  TEXT NOT NULL,
    token_hash  TEXT UNIQUE,
    push_token  TEXT UNIQUE,
    enrolled_at BIGINT NOT NULL,
    last_seen_at BIGINT,
    revoked_as  TEXT,
    revoked_at  BIGINT
);
CREATE INDEX device_by_person ON device (person_id);
