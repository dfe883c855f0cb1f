-- Sealed bytes are kept as they came; every other column of a record can be derived from them again.
CREATE TABLE record (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    form_version INTEGER NOT NULL,
    head        TEXT NOT NULL,
    body        TEXT,
    signature   TEXT NOT NULL,
    hash        TEXT NOT NULL,
    body_hash   TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    acting_role TEXT NOT NULL,
    key_id      TEXT NOT NULL,
    device_id   TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    loan_id     TEXT,
    loan_number TEXT,
    visit_id    TEXT,
    corrects    TEXT,
    original_id TEXT NOT NULL,
    effective_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    status      TEXT NOT NULL,
    waits_for   TEXT,
    is_head     INTEGER NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX record_by_commune ON record (commune_code, received_at);
CREATE INDEX record_by_original ON record (original_id);
CREATE INDEX record_by_visit ON record (visit_id);
CREATE INDEX record_by_loan ON record (loan_id);
CREATE INDEX record_waiting ON record (waits_for, corrects);

CREATE TABLE record_note (
    record_id   TEXT NOT NULL REFERENCES record (id),
    code        TEXT NOT NULL,
    noted_at    BIGINT NOT NULL,
    PRIMARY KEY (record_id, code)
);

CREATE TABLE sheet_row (
    sheet_id    TEXT NOT NULL REFERENCES record (id),
    check_id    TEXT NOT NULL,
    PRIMARY KEY (sheet_id, check_id)
);
CREATE INDEX sheet_row_by_check ON sheet_row (check_id);

CREATE TABLE recommendation (
    id          TEXT PRIMARY KEY,
    record_id   TEXT NOT NULL REFERENCES record (id),
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    text        TEXT NOT NULL,
    deadline    TEXT,
    responsible TEXT,
    state       TEXT NOT NULL,
    closed_by   TEXT,
    version     BIGINT NOT NULL
);

CREATE TABLE attachment_ref (
    record_id   TEXT NOT NULL REFERENCES record (id),
    sha256      TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    bytes       BIGINT NOT NULL,
    role        TEXT NOT NULL,
    PRIMARY KEY (record_id, sha256)
);
CREATE INDEX attachment_ref_by_hash ON attachment_ref (sha256);

CREATE TABLE stored_file (
    sha256      TEXT PRIMARY KEY,
    bytes       BIGINT NOT NULL,
    media_type  TEXT NOT NULL,
    stored_at   BIGINT NOT NULL
);

-- How much of it is here is the length of its file, which a crash cannot falsify.
CREATE TABLE upload (
    id          TEXT PRIMARY KEY,
    device_id   TEXT NOT NULL REFERENCES device (id),
    sha256      TEXT NOT NULL,
    length      BIGINT NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX upload_by_device ON upload (device_id);
