CREATE TABLE programme (
    code        TEXT PRIMARY KEY,
    name        TEXT NOT NULL
);

CREATE TABLE savings_group (
    code        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    association TEXT,
    leader_name TEXT,
    leader_person_id TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX savings_group_by_commune ON savings_group (commune_code);

CREATE TABLE loan (
    id          TEXT PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    customer_code TEXT,
    borrower_name TEXT NOT NULL,
    borrower_search TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    programme_code TEXT,
    purpose     TEXT,
    disbursed   BIGINT,
    disbursed_on TEXT,
    due_on      TEXT,
    outstanding BIGINT,
    overdue     BIGINT,
    frozen      BIGINT,
    interest_arrears BIGINT,
    savings     BIGINT,
    last_transaction_on TEXT,
    status      TEXT NOT NULL,
    closed_reason TEXT,
    roster_period TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX loan_by_commune ON loan (commune_code, status);
CREATE INDEX loan_by_group ON loan (group_code);

CREATE TABLE obligation (
    id          TEXT PRIMARY KEY,
    loan_id     TEXT NOT NULL REFERENCES loan (id),
    kind        TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    done_by     TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX obligation_by_loan ON obligation (loan_id);
CREATE INDEX obligation_by_record ON obligation (done_by);

CREATE TABLE roster_import (
    id          TEXT PRIMARY KEY,
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    period      TEXT,
    imported_at BIGINT NOT NULL,
    outcome     TEXT NOT NULL
);
