-- The last day for publication and the time by which it was reckoned, where that is not twenty calendar days.
ALTER TABLE archive_document ADD COLUMN due TEXT;
ALTER TABLE archive_document ADD COLUMN term TEXT;

-- Units that became part of another, as their ledger tells it: by the names under which they published, so that the pages of both lead to one another.
CREATE TABLE archive_successor (code TEXT PRIMARY KEY, name TEXT NOT NULL, year BIGINT NOT NULL, successor TEXT NOT NULL, successor_name TEXT NOT NULL);
CREATE INDEX archive_successor_of ON archive_successor (successor);
