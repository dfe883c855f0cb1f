-- Most rows have no village, no visit, nothing they wait for: an index need not list what is absent.
DROP INDEX feed_row_by_village;
CREATE INDEX feed_row_by_village ON feed_row (partition_code, village_code, seq) WHERE village_code IS NOT NULL;
DROP INDEX feed_row_by_group;
CREATE INDEX feed_row_by_group ON feed_row (partition_code, group_code, seq) WHERE group_code IS NOT NULL;
DROP INDEX feed_row_by_person;
CREATE INDEX feed_row_by_person ON feed_row (person_id, partition_code, seq) WHERE person_id IS NOT NULL;
DROP INDEX record_by_visit;
CREATE INDEX record_by_visit ON record (visit_id) WHERE visit_id IS NOT NULL;
DROP INDEX record_by_loan;
CREATE INDEX record_by_loan ON record (loan_id) WHERE loan_id IS NOT NULL;
DROP INDEX record_waiting;
CREATE INDEX record_waiting ON record (waits_for, corrects) WHERE waits_for IS NOT NULL;
DROP INDEX obligation_by_record;
CREATE INDEX obligation_by_record ON obligation (done_by) WHERE done_by IS NOT NULL;
