// Prints what a first visit downloads (scripts and styles, compressed) and fails above the limit.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const limit = 250 * 1024;
const dist = new URL("../dist/", import.meta.url).pathname;
const index = readFileSync(join(dist, "index.html"), "utf8");
const names = [...index.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);

let total = 0;
for (const name of names) {
  const size = gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${name}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(8)} KB  first load, of ${limit / 1024} KB allowed`);
const mock = readdirSync(join(dist, "assets")).filter((name) =>
  /mockServiceWorker|loper-demo/.test(name + readFileSync(join(dist, "assets", name), "latin1")),
);
if (mock.length > 0) {
  console.error(`The mock world is in the build: ${mock.join(", ")}.`);
  process.exit(1);
}
if (names.length === 0 || total > limit) {
  console.error("The first load is above its limit (or nothing was found in dist/index.html).");
  process.exit(1);
}
