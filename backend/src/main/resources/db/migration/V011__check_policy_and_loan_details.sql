-- How soon and how often checks are due, from a day on. Loans of quiet programmes may go long without a transaction:
-- students repay after their studies.
CREATE TABLE check_policy (
    from_day    TEXT PRIMARY KEY,
    policy      TEXT NOT NULL,
    quiet_programmes TEXT NOT NULL DEFAULT '02',
    version     BIGINT NOT NULL
);

ALTER TABLE loan ADD COLUMN overdue_since TEXT;
ALTER TABLE loan ADD COLUMN frozen_until TEXT;
ALTER TABLE roster_import ADD COLUMN imported_by TEXT;

-- Records whose loan no roster knew when they came, by the number on the paper.
CREATE INDEX record_unmatched ON record (loan_number) WHERE loan_id IS NULL;
