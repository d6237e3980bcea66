CREATE TABLE archive_words (id BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
CREATE INDEX archive_words_tokens ON archive_words USING GIN (tokens);
