CREATE TABLE journal (
  chain TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  was TEXT, became TEXT, why TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (chain, seq));
CREATE INDEX journal_id ON journal (kind, id);

CREATE TABLE region (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL);

CREATE TABLE department (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL, UNIQUE (year, code));

CREATE TABLE unit (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, code TEXT NOT NULL, department TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
  posts BIGINT NOT NULL, staff BIGINT NOT NULL, vehicles TEXT NOT NULL, secret BIGINT NOT NULL,
  UNIQUE (year, code), FOREIGN KEY (year, department) REFERENCES department (year, code));

CREATE TABLE person (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL, role TEXT NOT NULL);

CREATE TABLE project (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, basis TEXT NOT NULL,
  starts BIGINT NOT NULL, ends BIGINT NOT NULL, state TEXT NOT NULL, objective TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE indicator (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  project TEXT NOT NULL REFERENCES project (id), number BIGINT NOT NULL, name TEXT NOT NULL, nature TEXT NOT NULL, value TEXT NOT NULL,
  unit TEXT NOT NULL, weight TEXT NOT NULL, core TEXT NOT NULL);

CREATE TABLE line (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, phase TEXT NOT NULL, measure TEXT NOT NULL, fund TEXT NOT NULL, nature TEXT NOT NULL, "function" TEXT NOT NULL,
  economic TEXT NOT NULL, government TEXT NOT NULL, project TEXT NOT NULL, fen BIGINT NOT NULL, procurement TEXT NOT NULL, sme TEXT NOT NULL,
  bought BIGINT NOT NULL, purpose TEXT NOT NULL, secret BIGINT NOT NULL, transfer TEXT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX line_unit ON line (year, unit);

CREATE TABLE control (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, fund TEXT NOT NULL, nature TEXT NOT NULL, fen BIGINT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE stage (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, state TEXT NOT NULL, report TEXT NOT NULL, replied TEXT NOT NULL, published TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE comment (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, number BIGINT NOT NULL, about TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE words (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, owner TEXT NOT NULL, sort TEXT NOT NULL, item TEXT NOT NULL, said TEXT NOT NULL, reviewed BIGINT NOT NULL);

CREATE TABLE mapping (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, name TEXT NOT NULL, columns TEXT NOT NULL);
