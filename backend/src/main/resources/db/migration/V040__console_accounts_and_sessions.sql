-- Who may sign in at the console. The password is an Argon2id string; absent until its owner has set it.
CREATE TABLE console_account (
    person_id     TEXT PRIMARY KEY REFERENCES person (id),
    user_name     TEXT NOT NULL UNIQUE,
    password      TEXT,
    totp_secret   TEXT,
    -- Set once a code was shown to be right; a secret without it is only being tried.
    totp_since    BIGINT,
    -- A code is good for one use: the last time step that was taken.
    totp_step     BIGINT,
    made_at       BIGINT NOT NULL,
    closed_at     BIGINT
);

-- Links that work once. Without a person: whoever holds it becomes the first administrator.
CREATE TABLE console_link (
    hash          TEXT PRIMARY KEY,
    person_id     TEXT REFERENCES person (id),
    made_at       BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    used_at       BIGINT
);

CREATE TABLE console_session (
    hash          TEXT PRIMARY KEY,
    person_id     TEXT NOT NULL REFERENCES person (id),
    stage         TEXT NOT NULL,
    grant_id      TEXT,
    made_at       BIGINT NOT NULL,
    seen_at       BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    confirmed_at  BIGINT
);
CREATE INDEX console_session_by_person ON console_session (person_id);
