-- How severe each rule is for this ledger: versions, each decided once; a draft is tried before it counts.
CREATE TABLE ruleset (id TEXT PRIMARY KEY, chain TEXT NOT NULL, version BIGINT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, severities TEXT NOT NULL, reason TEXT NOT NULL, day TEXT NOT NULL);
