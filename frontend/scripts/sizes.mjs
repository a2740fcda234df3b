// What a size is: bytes after gzip at its usual level, and a KB is 1,000 of them. `infra/benchmarks` (SizesFigure) measures
// the same from outside.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

export const KB = 1000;

export const compressed = (file) => gzipSync(readFileSync(file)).length;

export const inKb = (bytes) => `${(bytes / KB).toFixed(1).padStart(8)} KB`;
