-- Ids of people, a space between two: they are not shown it and cannot close it.
ALTER TABLE recommendation ADD COLUMN concerned TEXT;
