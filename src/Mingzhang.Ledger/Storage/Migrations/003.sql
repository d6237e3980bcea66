DROP INDEX IF EXISTS line_unit;
CREATE INDEX IF NOT EXISTS line_alike ON line (year, unit, "function", economic, project);
CREATE INDEX IF NOT EXISTS project_unit ON project (year, unit);
CREATE INDEX IF NOT EXISTS control_unit ON control (year, unit);
CREATE INDEX IF NOT EXISTS person_name ON person (name);
