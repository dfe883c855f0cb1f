-- Checks of the year's plan that somebody was asked to make: of a loan, or of a whole group where no loan is named.
CREATE TABLE planned_check (
    id          TEXT PRIMARY KEY,
    year        INTEGER NOT NULL,
    commune_code TEXT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    loan_id     TEXT,
    due_on      TEXT NOT NULL,
    assigned_to TEXT NOT NULL,
    assigned_by TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    done_by     TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX planned_check_by_loan ON planned_check (loan_id);
CREATE INDEX planned_check_by_group ON planned_check (group_code, year);
CREATE INDEX planned_check_by_commune ON planned_check (commune_code, year);
CREATE INDEX planned_check_by_person ON planned_check (assigned_to);
CREATE INDEX planned_check_by_record ON planned_check (done_by);

-- Villages and communes where a smaller share of the loans of earlier years must be checked.
CREATE TABLE difficult_area (
    area_code   TEXT PRIMARY KEY,
    marked_by   TEXT NOT NULL,
    marked_at   BIGINT NOT NULL
);
