-- Long work, and each piece of it; what a piece has come to is written once it is done, so that whatever goes on after a restart passes it over.
CREATE TABLE work_job (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, year BIGINT NOT NULL, asked TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, slice BIGINT NOT NULL, ended TEXT NOT NULL, cancelled_by TEXT NOT NULL);

CREATE TABLE work_job_item (
  job TEXT NOT NULL, number BIGINT NOT NULL, item TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, said TEXT NOT NULL, said_english TEXT NOT NULL, link TEXT NOT NULL,
  result TEXT NOT NULL, node TEXT NOT NULL, began TEXT NOT NULL, ended TEXT NOT NULL, PRIMARY KEY (job, number));

CREATE INDEX work_job_open ON work_job (ended, at);

-- What a job was given, as it came, until it has ended.
CREATE TABLE work_job_file (job TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (job, number));
