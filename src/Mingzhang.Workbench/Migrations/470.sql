-- The way back of whoever lost his password or second step, and how far each has been told what happened to his account.
CREATE TABLE work_reset (code TEXT PRIMARY KEY, account TEXT NOT NULL, ends TEXT NOT NULL);

CREATE TABLE work_told (account TEXT PRIMARY KEY, number BIGINT NOT NULL);

CREATE INDEX work_log_who ON work_log (who, number);
