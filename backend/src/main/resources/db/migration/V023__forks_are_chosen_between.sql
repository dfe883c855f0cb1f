-- A person said which of several corrections of one record counts, and why.
CREATE TABLE fork_choice (
    original_id TEXT NOT NULL,
    chosen_at   BIGINT NOT NULL,
    chosen_id   TEXT NOT NULL REFERENCES record (id),
    before_id   TEXT NOT NULL REFERENCES record (id),
    reason      TEXT NOT NULL,
    PRIMARY KEY (original_id, chosen_at)
);
