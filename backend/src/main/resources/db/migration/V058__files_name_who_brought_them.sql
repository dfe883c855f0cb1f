-- A record's file is there for its author once he, or the device that pushed the record, has brought it, whoever else
-- may hold the same. A bringer is a device or a person.
CREATE TABLE file_brought (
    sha256      TEXT NOT NULL,
    bringer     TEXT NOT NULL,
    brought_at  BIGINT NOT NULL,
    PRIMARY KEY (sha256, bringer)
);
-- Whose upload it was is no longer known of all of them: what was answered as present until now stays so.
INSERT INTO file_brought (sha256, bringer, brought_at)
SELECT DISTINCT f.sha256, r.device_id, f.stored_at
FROM stored_file f JOIN attachment_ref a ON a.sha256 = f.sha256 JOIN record r ON r.id = a.record_id;
