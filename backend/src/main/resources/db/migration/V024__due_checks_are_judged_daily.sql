-- The days on which what loans owe was judged anew: a loan falls silent without any roster saying so.
CREATE TABLE due_round (
    day         TEXT PRIMARY KEY,
    made_at     BIGINT NOT NULL
);
