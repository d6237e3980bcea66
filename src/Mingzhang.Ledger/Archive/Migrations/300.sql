CREATE TABLE archive_secret (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE archive_question (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, point TEXT NOT NULL, year BIGINT NOT NULL, cell TEXT NOT NULL, said TEXT NOT NULL, state TEXT NOT NULL, asked TEXT NOT NULL, answer TEXT, answered TEXT, answerer TEXT);
CREATE INDEX archive_question_point ON archive_question (body, point);
CREATE INDEX archive_question_state ON archive_question (state, asked);

CREATE TABLE archive_question_step (number BIGINT PRIMARY KEY, question TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, step TEXT NOT NULL, said TEXT NOT NULL, hash TEXT NOT NULL);
