-- The largest function of a document, with its amount: by it peers are found without comparing all functions of every document of the year.
INSERT INTO archive_headline (document, item, fen, statement)
SELECT c.document, 'principal:' || c.code || ':' || d.kind || ':' || d.scope || ':' || CAST(d.year AS TEXT), c.fen, c.statement FROM archive_code c JOIN archive_document d ON d.id = c.document
WHERE c.dimension = 'function' AND LENGTH(c.code) = 3
  AND NOT EXISTS (SELECT 1 FROM archive_code o WHERE o.document = c.document AND o.dimension = 'function' AND LENGTH(o.code) = 3 AND (o.fen > c.fen OR (o.fen = c.fen AND o.code < c.code)));
