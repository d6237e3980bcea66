-- What serves once and was used: the answers of devices, by the hash of their challenge, for as long as the challenge itself would be believed.
CREATE TABLE work_spent (mark TEXT PRIMARY KEY, ends TEXT NOT NULL);
