-- Disclosures that were made elsewhere and are reviewed here, as they came; what was decided about each finding is only added to.
CREATE TABLE work_upload (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, bytes BYTEA NOT NULL, size BIGINT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, entity TEXT NOT NULL, year BIGINT NOT NULL,
  errors BIGINT NOT NULL, warnings BIGINT NOT NULL, notes BIGINT NOT NULL, finished TEXT NOT NULL, finished_by TEXT NOT NULL);

CREATE TABLE work_upload_decision (upload TEXT NOT NULL, number BIGINT NOT NULL, finding TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (upload, number));
