-- A statement is found by its id among the few hundred of its document, which the key already gathers; an index of its own made filing slower.
DROP INDEX archive_statement_id;
