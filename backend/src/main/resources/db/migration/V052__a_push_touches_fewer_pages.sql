-- A record mostly speaks for itself: only one that corrects another need be found by the first of its line.
DROP INDEX record_by_original;
CREATE INDEX record_by_original ON record (original_id) WHERE original_id <> id;
-- Few jobs wait at any time; listing them by time cost every commit a page.
DROP INDEX job_by_time;
