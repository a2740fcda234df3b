// Prints what a first visit downloads (scripts and styles, compressed) and fails above the limit.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compressed, inKb, KB } from "./sizes.mjs";

const limit = 250 * KB;
const dist = new URL("../dist/", import.meta.url).pathname;
const assets = readdirSync(join(dist, "assets"));
const index = readFileSync(join(dist, "index.html"), "utf8");
const names = [...index.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const sizes = names.map((name) => ({ name, size: compressed(join(dist, name)) }));
// The page asks for the words of one language before it shows anything: the longest counts.
const languages = assets
  .filter((name) => /^(?:en|nl)-.*\.js$/.test(name))
  .map((name) => ({ name: `assets/${name}`, size: compressed(join(dist, "assets", name)) }))
  .sort((a, b) => b.size - a.size);
sizes.push(...languages.slice(0, 1));

let total = 0;
for (const { name, size } of sizes) {
  total += size;
  console.log(`${inKb(size)}  ${name}`);
}
console.log(`${inKb(total)}  first load, of ${limit / KB} KB allowed`);
const mock = assets.filter((name) =>
  /mockServiceWorker|loper-demo/.test(name + readFileSync(join(dist, "assets", name), "latin1")),
);
if (mock.length > 0) {
  console.error(`The mock world is in the build: ${mock.join(", ")}.`);
  process.exit(1);
}
if (names.length === 0 || languages.length < 2 || total > limit) {
  console.error("The first load is above its limit (or not everything was found in dist).");
  process.exit(1);
}
