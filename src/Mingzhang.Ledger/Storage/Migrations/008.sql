-- What was decided about the findings in documents that were made elsewhere: told in the journal like everything else, and only added to.

CREATE TABLE verdict (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  upload TEXT NOT NULL, scope TEXT NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL, finding TEXT NOT NULL, "rule" TEXT NOT NULL, said TEXT NOT NULL, reason TEXT NOT NULL);
CREATE INDEX verdict_upload ON verdict (upload);
