-- Execution: what is added here is never changed; the journal keeps what was entered.

CREATE TABLE allotment (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, source TEXT NOT NULL, line TEXT NOT NULL, fund TEXT NOT NULL, nature TEXT NOT NULL, "function" TEXT NOT NULL, economic TEXT NOT NULL, government TEXT NOT NULL, project TEXT NOT NULL, fen BIGINT NOT NULL, procurement TEXT NOT NULL, sme TEXT NOT NULL, bought BIGINT NOT NULL, purpose TEXT NOT NULL, secret BIGINT NOT NULL, transfer TEXT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX allotment_unit ON allotment (year, unit);

CREATE TABLE adjustment (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, day TEXT NOT NULL, sort TEXT NOT NULL, document TEXT NOT NULL, taken TEXT NOT NULL, given TEXT NOT NULL, fen BIGINT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX adjustment_unit ON adjustment (year, unit);

CREATE TABLE payment (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, month BIGINT NOT NULL, day TEXT NOT NULL, voucher TEXT NOT NULL, allotment TEXT NOT NULL, fen BIGINT NOT NULL, reverses TEXT NOT NULL, contract TEXT NOT NULL, payee TEXT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code),
  FOREIGN KEY (allotment) REFERENCES allotment (id));
CREATE INDEX payment_unit ON payment (year, unit, allotment, month, fen);

CREATE TABLE receipt (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, month BIGINT NOT NULL, day TEXT NOT NULL, voucher TEXT NOT NULL, fund TEXT NOT NULL, "function" TEXT NOT NULL, fen BIGINT NOT NULL, reverses TEXT NOT NULL, transfer TEXT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX receipt_unit ON receipt (year, unit);

CREATE TABLE contract (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, day TEXT NOT NULL, number TEXT NOT NULL, allotment TEXT NOT NULL, procurement TEXT NOT NULL, size TEXT NOT NULL, reserved BIGINT NOT NULL, fen BIGINT NOT NULL, supplier TEXT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code),
  FOREIGN KEY (allotment) REFERENCES allotment (id));
CREATE INDEX contract_unit ON contract (year, unit);

CREATE TABLE event (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, day TEXT NOT NULL, sort TEXT NOT NULL, type TEXT NOT NULL, "count" BIGINT NOT NULL, people BIGINT NOT NULL, fen BIGINT NOT NULL, details TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX event_unit ON event (year, unit);

CREATE TABLE closing (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, month BIGINT NOT NULL, state TEXT NOT NULL, replied TEXT NOT NULL, published TEXT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));

CREATE TABLE remainder (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, allotment TEXT NOT NULL, fund TEXT NOT NULL, "function" TEXT NOT NULL, project TEXT NOT NULL, sort TEXT NOT NULL, fen BIGINT NOT NULL,
  FOREIGN KEY (year, unit) REFERENCES unit (year, code));
CREATE INDEX remainder_unit ON remainder (year, unit);

CREATE TABLE achievement (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  project TEXT NOT NULL, number BIGINT NOT NULL, moment TEXT NOT NULL, actual TEXT NOT NULL, rating TEXT NOT NULL, low BIGINT NOT NULL, reason TEXT NOT NULL,
  FOREIGN KEY (project) REFERENCES project (id));
CREATE INDEX achievement_unit ON achievement (project);

CREATE TABLE evaluation (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  project TEXT NOT NULL, outcome TEXT NOT NULL, day TEXT NOT NULL, total TEXT NOT NULL, grade TEXT NOT NULL,
  FOREIGN KEY (project) REFERENCES project (id));
CREATE INDEX evaluation_unit ON evaluation (project);
CREATE UNIQUE INDEX payment_voucher ON payment (year, unit, voucher);
CREATE UNIQUE INDEX receipt_voucher ON receipt (year, unit, voucher);
CREATE UNIQUE INDEX contract_number ON contract (year, unit, number);
