CREATE TABLE archive_blob (hash TEXT PRIMARY KEY, size BIGINT NOT NULL, bytes BYTEA NOT NULL);

CREATE TABLE archive_body (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE);

CREATE TABLE archive_document (
  id BIGINT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL, body BIGINT, year BIGINT, kind TEXT NOT NULL, scope TEXT NOT NULL, shape TEXT NOT NULL,
  title TEXT NOT NULL, book TEXT, money_unit TEXT, encoding TEXT NOT NULL, format TEXT NOT NULL, pages BIGINT, contact TEXT, phone TEXT, read_at TEXT NOT NULL, approved TEXT, published TEXT,
  replaces BIGINT, replaced BIGINT, statements BIGINT NOT NULL, unbound BIGINT NOT NULL, errors BIGINT NOT NULL, warnings BIGINT NOT NULL, notes BIGINT NOT NULL, waived BIGINT NOT NULL,
  held BIGINT NOT NULL, rounding BIGINT NOT NULL, truncation BIGINT NOT NULL, broken BIGINT NOT NULL, inapplicable BIGINT NOT NULL, unchecked BIGINT NOT NULL);
CREATE INDEX archive_document_body ON archive_document (body, year);
CREATE INDEX archive_document_year ON archive_document (year, kind);

CREATE TABLE archive_attachment (document BIGINT NOT NULL, hash TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (document, hash));
CREATE INDEX archive_attachment_hash ON archive_attachment (hash);

CREATE TABLE archive_refusal (path TEXT PRIMARY KEY, hash TEXT NOT NULL, at TEXT NOT NULL, chinese TEXT NOT NULL, english TEXT NOT NULL);

CREATE TABLE archive_point (
  id BIGINT PRIMARY KEY, coordinates TEXT NOT NULL UNIQUE, completed BIGINT NOT NULL, measure TEXT, entity TEXT, fund TEXT, nature TEXT, "function" TEXT, economic TEXT, government TEXT,
  purpose TEXT, recipient TEXT, project TEXT, item TEXT);
CREATE INDEX archive_point_completed ON archive_point (completed);

CREATE TABLE archive_statement (
  document BIGINT NOT NULL, number BIGINT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, point BIGINT NOT NULL, year BIGINT, phase TEXT, fen BIGINT, unit TEXT, digits BIGINT, precision BIGINT,
  blank BIGINT NOT NULL, raw TEXT NOT NULL, place TEXT NOT NULL, more TEXT, PRIMARY KEY (document, number));
CREATE INDEX archive_statement_id ON archive_statement (document, id);
CREATE INDEX archive_statement_point ON archive_statement (point, document);

CREATE TABLE archive_table (document BIGINT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, form TEXT, body TEXT NOT NULL, PRIMARY KEY (document, number));

CREATE TABLE archive_text (id BIGINT PRIMARY KEY, document BIGINT NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, level BIGINT NOT NULL, said TEXT NOT NULL, place TEXT NOT NULL);
CREATE INDEX archive_text_document ON archive_text (document, number);

CREATE TABLE archive_project (
  document BIGINT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, whole BIGINT NOT NULL, fen BIGINT, statement TEXT, goal TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, number));

CREATE TABLE archive_finding (document BIGINT NOT NULL, number BIGINT NOT NULL, id TEXT NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, number));

CREATE TABLE archive_check (
  document BIGINT NOT NULL, number BIGINT NOT NULL, rule TEXT NOT NULL, outcome TEXT NOT NULL, figures TEXT NOT NULL, expected TEXT, found TEXT, slack TEXT, chinese TEXT, english TEXT,
  PRIMARY KEY (document, number));

CREATE TABLE archive_headline (document BIGINT NOT NULL, item TEXT NOT NULL, fen BIGINT NOT NULL, statement TEXT NOT NULL, PRIMARY KEY (document, item));
CREATE INDEX archive_headline_item ON archive_headline (item, fen);

CREATE TABLE archive_code (document BIGINT NOT NULL, dimension TEXT NOT NULL, code TEXT NOT NULL, year BIGINT NOT NULL, fen BIGINT NOT NULL, statement TEXT NOT NULL, PRIMARY KEY (document, dimension, code));
CREATE INDEX archive_code_code ON archive_code (dimension, code, year, fen);
