-- The place with which the name of a body begins, and the places with their bodies: a region's page reads the region alone, however many there are besides.
-- What the place is, is a rule of the program, which no database knows: bodies of older archives get theirs after this script (ArchiveStructure).
ALTER TABLE archive_body ADD COLUMN region TEXT;
CREATE INDEX archive_body_region ON archive_body (region, id);
CREATE TABLE archive_region (code TEXT PRIMARY KEY, name TEXT NOT NULL, bodies BIGINT NOT NULL);
