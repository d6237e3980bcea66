-- Within which time after the reply a year's budget is published, and the holidays by which working days are reckoned.
CREATE TABLE term (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, year BIGINT NOT NULL, days BIGINT NOT NULL, counting TEXT NOT NULL);

CREATE TABLE holidays (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, year BIGINT NOT NULL, document TEXT NOT NULL, free TEXT NOT NULL, worked TEXT NOT NULL);
