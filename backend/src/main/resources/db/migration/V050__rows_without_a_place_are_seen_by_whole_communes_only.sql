-- A loan, what it owes or a recommendation whose village and group nobody knows was seen from every village.
UPDATE feed_row SET village_code = '-', scope_key = '-||'
WHERE scope_key = '||' AND type IN ('loan', 'obligation', 'recommendation');
-- Phones hold such rows; a new epoch makes each of them read its view anew.
UPDATE server_identity SET epoch = epoch + 1;
