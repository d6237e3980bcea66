-- Forms that were sent a moment ago, so that a second click has no effect of its own on another node either; the answer is empty while it is worked on. Swept when the next one comes.
CREATE TABLE work_sent (mark TEXT PRIMARY KEY, ends TEXT NOT NULL, answer TEXT NOT NULL);
