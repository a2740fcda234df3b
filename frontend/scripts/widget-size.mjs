// Prints what a customer's page downloads for the chat widget and fails above the limit.
import { compressed, inKb, KB } from "./sizes.mjs";

const limits = { "loper.js": 25 * KB, "more.js": 5 * KB, "steps.js": 3 * KB };

for (const [name, limit] of Object.entries(limits)) {
  const size = compressed(new URL(`../dist/widget/${name}`, import.meta.url));
  console.log(`${inKb(size)}  widget/${name} compressed, of ${limit / KB} KB allowed`);
  if (size > limit) {
    console.error(`widget/${name} is above its limit.`);
    process.exit(1);
  }
}
