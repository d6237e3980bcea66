-- The journal by time, for whoever searches it: newest first without sorting all of it, and an export page by page.
CREATE INDEX journal_at ON journal (at);
