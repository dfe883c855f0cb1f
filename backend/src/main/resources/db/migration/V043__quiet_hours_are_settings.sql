-- When messages let people sleep and when the day's summary is sent, from a day on; before the first row the build's own
-- hours hold.
CREATE TABLE alert_hours (
    from_day    TEXT PRIMARY KEY,
    quiet_from  TEXT NOT NULL,
    quiet_to    TEXT NOT NULL,
    summary_at  TEXT NOT NULL
);
