-- A check somebody was asked to make in the year stands where its loan or group is; once made, it counts for the task of
-- the record that made it.
CREATE VIEW report_planned_check AS
SELECT p.id, p.loan_id, p.due_on, p.done_by, p.commune_code, p.village_code, p.group_code,
       COALESCE(l.status, 'OPEN') AS loan_status, r.effective_at AS done_at, t.plan_task_id
FROM planned_check p
LEFT JOIN loan l ON l.id = p.loan_id
LEFT JOIN record r ON r.id = p.done_by
LEFT JOIN tie t ON t.record_id = p.done_by;

-- Counting the results of tasks in a period reads this alone.
CREATE INDEX task_result_counted ON task_result (task_id, is_head, counts, done_on, area_code);

-- Checks planned before they were counted are counted now.
INSERT INTO job (id, kind, argument, made_at, attempts, not_before)
SELECT 'planned ' || id, 'progress', 'o' || id, 0, 0, 0 FROM planned_check;
