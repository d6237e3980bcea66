-- What was published, version by version; the bytes are in the archive, under the same hash.

CREATE TABLE publication (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, owner TEXT NOT NULL, account TEXT NOT NULL, number BIGINT NOT NULL, day TEXT NOT NULL, book TEXT NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX publication_owner ON publication (year, owner, account);
