-- How much a person has uploaded today; days before are forgotten.
CREATE TABLE work_upload_use (who TEXT NOT NULL, day TEXT NOT NULL, files BIGINT NOT NULL, bytes BIGINT NOT NULL, PRIMARY KEY (who, day));
