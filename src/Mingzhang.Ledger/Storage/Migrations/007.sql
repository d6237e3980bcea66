-- Units that were ended or merged: from which year on they are no more, and who came after them. What they did in earlier years stays with them.

CREATE TABLE succession (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL,
  year BIGINT NOT NULL, unit TEXT NOT NULL, department TEXT NOT NULL, name TEXT NOT NULL, successor TEXT NOT NULL);
