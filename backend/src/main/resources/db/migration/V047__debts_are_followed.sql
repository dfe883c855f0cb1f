CREATE TABLE debt_follower (
    loan_id     TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL,
    by_whom     TEXT NOT NULL,
    since       BIGINT NOT NULL
);
CREATE INDEX debt_follower_by_person ON debt_follower (person_id);

-- What was agreed about a debt. No row is changed or removed: a note that was wrong is corrected by another, once.
CREATE TABLE debt_note (
    id          TEXT PRIMARY KEY,
    loan_id     TEXT NOT NULL,
    agreed_on   TEXT NOT NULL,
    note        TEXT NOT NULL,
    promised_on TEXT,
    promised    BIGINT,
    corrects    TEXT UNIQUE,
    person_id   TEXT NOT NULL,
    made_at     BIGINT NOT NULL
);
CREATE INDEX debt_note_by_loan ON debt_note (loan_id, made_at);
