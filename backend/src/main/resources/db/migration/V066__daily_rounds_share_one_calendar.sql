-- The days on which each daily round was made; every start promises the next ones anew.
CREATE TABLE daily_round (
    name        TEXT NOT NULL,
    day         TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    PRIMARY KEY (name, day)
);

INSERT INTO daily_round (name, day, made_at) SELECT 'due-checks', day, made_at FROM due_round;
INSERT INTO daily_round (name, day, made_at) SELECT 'alerts', day, made_at FROM alert_round;

DROP TABLE due_round;
DROP TABLE alert_round;
DELETE FROM job WHERE kind IN ('due-checks-round', 'alert-round', 'alert-summary', 'verify-weekly');
