-- A recommendation with its group and with the act that closed it. Read by the console's lists, never written.
CREATE VIEW console_recommendation AS
SELECT n.id, n.record_id, n.commune_code, n.village_code, n.group_code, g.name AS group_name, n.text, n.deadline,
       n.responsible, n.state, n.version, n.concerned, n.follower_id, n.closed_by, r.effective_at AS made_at,
       a.person_id AS closer_id, a.effective_at AS closed_at
FROM recommendation n
JOIN record r ON r.id = n.record_id
LEFT JOIN savings_group g ON g.code = n.group_code
LEFT JOIN record a ON a.id = n.closed_by;
