CREATE TRIGGER archive_question_step_no_update BEFORE UPDATE ON archive_question_step BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER archive_question_step_no_delete BEFORE DELETE ON archive_question_step BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
