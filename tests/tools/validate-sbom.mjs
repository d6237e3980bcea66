// The bill of materials against the schema of CycloneDX: node tests/tools/validate-sbom.mjs SCHEMAS FILE, where SCHEMAS holds the schemas of the library that the makers of CycloneDX publish.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [schemas, file] = process.argv.slice(2);
const require = createRequire(resolve(schemas, "package.json"));
const read = (name) => JSON.parse(readFileSync(name, "utf8"));
const Ajv = require("ajv").default;
const ajv = new Ajv({ strict: false, validateFormats: true, addUsedSchema: false, allErrors: true });
require("ajv-formats").default(ajv);
require("ajv-formats-draft2019")(ajv);
for (const other of ["spdx", "jsf-0.82"]) {
  const schema = read(join(schemas, `${other}.SNAPSHOT.schema.json`));
  ajv.addSchema(schema, `http://cyclonedx.org/schema/${other}.SNAPSHOT.schema.json`);
}

const validate = ajv.compile(read(join(schemas, "bom-1.6.SNAPSHOT.schema.json")));
if (!validate(read(file))) {
  console.error(validate.errors.slice(0, 10));
  process.exit(1);
}

console.log(`${file}: valid against CycloneDX 1.6`);
