-- What a phone said of itself when it last called: how many records on it have not been answered for.
ALTER TABLE device ADD COLUMN unsent INTEGER;
ALTER TABLE device ADD COLUMN unsent_at BIGINT;

-- Numbers to call are rows of the feed from now on; those known already are announced once.
INSERT INTO job (id, kind, argument, made_at, attempts, not_before) VALUES ('phone-numbers', 'phone-numbers', '', 0, 0, 0);
