-- Accounts are no part of the journal: passwords and keys are never exported. What happened to them is in work_log, which is only added to.
CREATE TABLE work_account (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, password TEXT, stamp TEXT NOT NULL, version TEXT NOT NULL, two_factor BIGINT NOT NULL, authenticator TEXT,
  failures BIGINT NOT NULL, locked_until TEXT, made TEXT NOT NULL);

CREATE TABLE work_recovery (account TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (account, code));

CREATE TABLE work_passkey (credential TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, made TEXT NOT NULL, counter BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX work_passkey_account ON work_passkey (account);

CREATE TABLE work_login (provider TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (provider, subject));

CREATE TABLE work_session (id TEXT PRIMARY KEY, account TEXT NOT NULL, ticket TEXT NOT NULL, made TEXT NOT NULL, seen TEXT NOT NULL, ends TEXT NOT NULL, device TEXT NOT NULL);
CREATE INDEX work_session_account ON work_session (account);

CREATE TABLE work_invitation (code TEXT PRIMARY KEY, name TEXT NOT NULL, invited_by TEXT NOT NULL, ends TEXT NOT NULL);

CREATE TABLE work_key (name TEXT PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE work_log (number BIGINT PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL);
