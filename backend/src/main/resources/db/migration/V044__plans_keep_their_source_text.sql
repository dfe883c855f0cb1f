-- The lines a plan was read from, with their numbers in the file: a person reviews the reading beside them.
CREATE TABLE plan_source (
    plan_id     TEXT PRIMARY KEY REFERENCES plan (id),
    lines       TEXT NOT NULL
);
