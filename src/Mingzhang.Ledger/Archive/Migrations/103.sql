-- What pages rank: year and kind beside the figure, so that a year's largest are read from the index alone, however much the archive holds besides.
ALTER TABLE archive_headline ADD COLUMN year BIGINT;
ALTER TABLE archive_headline ADD COLUMN kind TEXT;
UPDATE archive_headline SET year = (SELECT d.year FROM archive_document d WHERE d.id = document), kind = (SELECT d.kind FROM archive_document d WHERE d.id = document);
-- An amount for one of what is counted, in thousandths, by which departments are ordered; what is shown is made of its two figures.
INSERT INTO archive_headline (document, item, fen, statement, year, kind)
SELECT o.document, 'per:' || o.item || ':' || u.item, o.fen * 1000 / u.fen, o.statement, o.year, o.kind FROM archive_headline o JOIN archive_headline u ON u.document = o.document
WHERE u.fen > 0 AND ((o.item IN ('operating', 'sangong') AND u.item = 'posts') OR (o.item = 'running' AND u.item = 'fleet'));
DROP INDEX archive_headline_item;
CREATE INDEX archive_headline_item ON archive_headline (item, year, kind, fen, document);
ALTER TABLE archive_project ADD COLUMN year BIGINT;
ALTER TABLE archive_project ADD COLUMN kind TEXT;
UPDATE archive_project SET year = (SELECT d.year FROM archive_document d WHERE d.id = document), kind = (SELECT d.kind FROM archive_document d WHERE d.id = document);
CREATE INDEX archive_project_year ON archive_project (year, kind, fen) WHERE whole = 0;
-- The few things that a document counts, found without reading all its statements.
CREATE INDEX archive_statement_counted ON archive_statement (document) WHERE kind = 'count';
-- Documents of a year and their number are told by the index alone.
DROP INDEX archive_document_year;
CREATE INDEX archive_document_year ON archive_document (year, kind, replaced, scope, errors);
