-- Statements are most of an archive. On a server they stand in partitions by the year of their document, and within it by its region: what belongs to one document is in one of them, an old year can be
-- kept elsewhere, and indices stay as small as a part of a year. The rows of an older archive are moved when the regions are known (StatementPartitions).
ALTER TABLE archive_statement RENAME TO archive_statement_before;
DROP INDEX archive_statement_point;
DROP INDEX archive_statement_counted;
CREATE TABLE archive_statement (
  document BIGINT NOT NULL, number BIGINT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, point BIGINT NOT NULL, year BIGINT, phase TEXT, fen BIGINT, unit TEXT, digits BIGINT, precision BIGINT,
  blank BIGINT NOT NULL, raw TEXT NOT NULL, place TEXT NOT NULL, more TEXT, of_year BIGINT NOT NULL, region TEXT NOT NULL, PRIMARY KEY (document, number, of_year, region)) PARTITION BY LIST (of_year);
CREATE INDEX archive_statement_point ON archive_statement (point, document);
CREATE INDEX archive_statement_counted ON archive_statement (document) WHERE kind = 'count';
CREATE TABLE archive_statement_other PARTITION OF archive_statement DEFAULT;
