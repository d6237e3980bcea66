-- The figures of which a reason speaks, as they were when it was written or read again: where they are others now, somebody reads it once more.
ALTER TABLE words ADD COLUMN figures TEXT NOT NULL DEFAULT '';
