-- What an entry is about: found without reading the whole log. The entry itself, which is hashed, says the same.
ALTER TABLE log_entry ADD COLUMN about TEXT;
CREATE INDEX log_entry_by_about ON log_entry (about);
DROP VIEW console_log_entry;
CREATE VIEW console_log_entry AS
SELECT partition_code, n, about, entry, head FROM log_entry;

-- Where a log stood, signed by the server's own key, whose file lies apart from the database.
CREATE TABLE log_checkpoint (
    partition_code TEXT NOT NULL,
    n           BIGINT NOT NULL,
    document    TEXT NOT NULL,
    key_id      TEXT NOT NULL,
    signature   TEXT NOT NULL,
    PRIMARY KEY (partition_code, n)
);
