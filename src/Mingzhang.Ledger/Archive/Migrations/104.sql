-- Of each code what all documents in force of a year and kind state, kept in step by whoever files: pages ask for it without reading the documents.
CREATE TABLE archive_code_year (
  dimension TEXT NOT NULL, code TEXT NOT NULL, year BIGINT NOT NULL, kind TEXT NOT NULL, documents BIGINT NOT NULL, departments BIGINT NOT NULL, fen BIGINT NOT NULL, PRIMARY KEY (dimension, code, year, kind));
INSERT INTO archive_code_year (dimension, code, year, kind, documents, departments, fen)
SELECT c.dimension, c.code, c.year, d.kind, COUNT(*), SUM(CASE WHEN d.scope <> 'Unit' THEN 1 ELSE 0 END), SUM(CASE WHEN d.scope <> 'Unit' THEN c.fen ELSE 0 END)
FROM archive_code c JOIN archive_document d ON d.id = c.document WHERE d.replaced IS NULL GROUP BY c.dimension, c.code, c.year, d.kind;
