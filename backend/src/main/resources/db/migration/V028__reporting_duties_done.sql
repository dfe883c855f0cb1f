-- A report that a plan asks for, marked as sent by a person. Taken back, the row stays and says so.
CREATE TABLE duty_done (
    id          TEXT PRIMARY KEY,
    duty_id     TEXT NOT NULL,
    plan_line   TEXT NOT NULL,
    area_code   TEXT NOT NULL,
    sent_on     TEXT NOT NULL,
    document_number TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    counts      INTEGER NOT NULL,
    entered_at  BIGINT NOT NULL
);
CREATE INDEX duty_done_by_duty ON duty_done (duty_id);
CREATE INDEX duty_done_by_area ON duty_done (area_code);
