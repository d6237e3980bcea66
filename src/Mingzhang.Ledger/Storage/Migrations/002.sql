ALTER TABLE line ADD COLUMN source TEXT NOT NULL DEFAULT '';

ALTER TABLE project ADD COLUMN secret BIGINT NOT NULL DEFAULT 0;

CREATE TABLE stage_of (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, state TEXT NOT NULL, report TEXT NOT NULL, replied TEXT NOT NULL, published TEXT NOT NULL, corrected TEXT NOT NULL);
INSERT INTO stage_of (id, chain, version, year, unit, state, report, replied, published, corrected) SELECT id, chain, version, year, unit, state, report, replied, published, '' FROM stage;
DROP TABLE stage;
ALTER TABLE stage_of RENAME TO stage;

CREATE TABLE staff (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, category TEXT NOT NULL, posts BIGINT NOT NULL, actual BIGINT NOT NULL, retired BIGINT NOT NULL, "function" TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE standard (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, per TEXT NOT NULL, fen BIGINT NOT NULL, percent TEXT NOT NULL, base TEXT NOT NULL,
  categories TEXT NOT NULL, nature TEXT NOT NULL, fund TEXT NOT NULL, "function" TEXT NOT NULL, economic TEXT NOT NULL);

CREATE TABLE intake (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, lines BIGINT NOT NULL, fen BIGINT NOT NULL);
