-- What is to be sent to which device, written with the alert itself. One row for each opening, level, device and channel:
-- whoever sends it claims it first, so that several nodes do not send it twice.
CREATE TABLE alert_delivery (
    id          TEXT PRIMARY KEY,
    alert_id    TEXT NOT NULL,
    opening     INTEGER NOT NULL,
    level       INTEGER NOT NULL,
    device_id   TEXT NOT NULL,
    channel     TEXT NOT NULL,
    urgent      INTEGER NOT NULL,
    state       TEXT NOT NULL,
    due_at      BIGINT NOT NULL,
    attempts    INTEGER NOT NULL,
    claimed_by  TEXT,
    claimed_until BIGINT NOT NULL,
    made_at     BIGINT NOT NULL,
    settled_at  BIGINT,
    outcome     TEXT,
    UNIQUE (alert_id, opening, level, device_id, channel)
);
CREATE INDEX alert_delivery_waiting ON alert_delivery (due_at) WHERE state = 'WAITING';
