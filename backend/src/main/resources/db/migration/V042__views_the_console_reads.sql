-- A record with what people know it by: borrower, group, author, task. Read by the console's lists, never written.
CREATE VIEW console_record AS
SELECT r.id, r.kind, r.person_id, r.acting_role, r.commune_code, r.village_code, r.group_code, r.loan_id,
       COALESCE(l.number, r.loan_number) AS loan_number, r.original_id, r.effective_at, r.received_at, r.status,
       r.waits_for, r.is_head, r.body, l.borrower_name, l.borrower_search, g.name AS group_name, g.association,
       p.name AS author_name, p.name_search AS author_search, t.record_id AS tied_record_id, t.plan_task_id,
       t.task_key, t.task_title
FROM record r
LEFT JOIN loan l ON l.id = r.loan_id
LEFT JOIN savings_group g ON g.code = r.group_code
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN tie t ON t.record_id = r.id;

-- Where in its commune's log something stands.
CREATE VIEW console_log_entry AS
SELECT partition_code, n, entry, head FROM log_entry;
