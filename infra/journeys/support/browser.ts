import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { inflate } from "@sparticuz/chromium";

const packed = resolve(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../bin");
const folder = resolve(import.meta.dirname, "../target/browser");

const unpacked = join(folder, "chromium");
const own = process.env.LOPER_BROWSER;
const packedForUs = process.platform === "linux" && process.arch === "x64";

/**
 * Which browser is driven: the one LOPER_BROWSER names; on Linux x64 the one from npm, with the libraries and fonts a
 * bare machine lacks; elsewhere an installed Chrome.
 */
export const browser: LaunchOptions = own
  ? { executablePath: own }
  : packedForUs
    ? {
        executablePath: unpacked,
        env: {
          ...process.env,
          LD_LIBRARY_PATH: [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
          FONTCONFIG_FILE: join(folder, "fonts.conf"),
        },
      }
    : { channel: "chrome" };

/** Unpacks the browser that came from npm, once; an interrupted try leaves nothing that could be taken for it. */
export default async function unpackBrowser(): Promise<void> {
  if (own || !packedForUs || existsSync(unpacked)) return;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = half;
  try {
    // The package unpacks into the folder for temporary files, and takes what it finds there for its own.
    const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br"];
    await Promise.all(archives.map((name) => inflate(join(packed, name))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(half, "fonts.conf"), fontsConf);
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
