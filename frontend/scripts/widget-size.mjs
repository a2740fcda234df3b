// Prints what a customer's page downloads for the chat widget and fails above the limit.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

for (const [name, limit] of [
  ["loper.js", 25 * 1024],
  ["steps.js", 3 * 1024],
]) {
  const script = readFileSync(new URL(`../dist/widget/${name}`, import.meta.url));
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  widget/${name} compressed, of ${limit / 1024} KB allowed`);
  if (size > limit) {
    console.error(`widget/${name} is above its limit.`);
    process.exit(1);
  }
}
