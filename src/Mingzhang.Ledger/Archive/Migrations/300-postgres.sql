CREATE OR REPLACE FUNCTION archive_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is never changed'; END $$;
CREATE TRIGGER archive_question_step_no_update BEFORE UPDATE ON archive_question_step FOR EACH ROW EXECUTE FUNCTION archive_refuse();
CREATE TRIGGER archive_question_step_no_delete BEFORE DELETE ON archive_question_step FOR EACH ROW EXECUTE FUNCTION archive_refuse();
CREATE TRIGGER archive_question_step_no_truncate BEFORE TRUNCATE ON archive_question_step FOR EACH STATEMENT EXECUTE FUNCTION archive_refuse();
