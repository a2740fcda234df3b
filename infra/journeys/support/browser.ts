import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { inflate } from "@sparticuz/chromium";

const packed = resolve(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../bin");
const folder = resolve(import.meta.dirname, "../target/browser");

/** LOPER_BROWSER names another Chromium to test with. */
export const browserPath = process.env.LOPER_BROWSER ?? join(folder, "chromium");

/** The browser brings the libraries and fonts that a bare machine lacks. */
export const browserEnv: Record<string, string> = {
  ...(process.env as Record<string, string>),
  ...(process.env.LOPER_BROWSER
    ? {}
    : {
        LD_LIBRARY_PATH: [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
        FONTCONFIG_FILE: join(folder, "fonts.conf"),
      }),
};

/** Unpacks the browser that came from npm, once; an interrupted try leaves nothing that could be taken for it. */
export async function unpackBrowser(): Promise<void> {
  if (existsSync(browserPath)) return;
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
