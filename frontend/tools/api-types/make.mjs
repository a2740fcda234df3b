/**
 * Makes src/types/generated.ts from src/types/openapi.json: a type for every record of the API. With --check it changes
 * nothing, and fails if the file is not what it would make.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const from = new URL("../../src/types/openapi.json", import.meta.url);
const to = new URL("../../src/types/generated.ts", import.meta.url);
const head = `/**
 * What the API takes and gives, made from openapi.json. Do not change it: change the API, renew its description
 * (CONTRIBUTING.md), and run \`npm run types:make\`.
 */

`;

const described = JSON.parse(await readFile(from, "utf8"));
const records = { ...described, paths: {}, components: { schemas: described.components.schemas } };
const tree = await openapiTS(records, { alphabetize: true, defaultNonNullable: false });
const schemas = astToString(tree.filter((node) => node.name?.text === "components"));
const made = head + schemas;

if (process.argv.includes("--check")) {
  const kept = await readFile(to, "utf8").catch(() => "");
  if (kept !== made) {
    console.error("src/types/generated.ts is not what the API's description says. Run: npm run types:make");
    process.exit(1);
  }
} else {
  await writeFile(to, made);
}
