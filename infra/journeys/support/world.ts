import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { unpackBrowser } from "./browser.ts";
import { java25 } from "./java.ts";
import { freePorts } from "./ports.ts";
import { embeddedRedis, endOrphan, type Program, start } from "./program.ts";

const here = resolve(import.meta.dirname, "..");
const jars = resolve(here, "../..");
const data = resolve(here, "target/data");

/** Starts the sandbox and the product before the first test and ends both, and their Redis, after the last. */
export default async function world(): Promise<() => Promise<void>> {
  if (process.env.LOPER_URL && process.env.SANDBOX_URL) return runningAlready();
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const [product, sandbox, smtp, imap] = await freePorts(4);
  const productUrl = `http://localhost:${product}`;
  const sandboxUrl = `http://localhost:${sandbox}`;
  const java = java25();
  const quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"];
  const programs: Program[] = [];
  const end = async () => {
    const redis = embeddedRedis(data);
    // The product first: what it still wants to say has somebody to hear it.
    for (const program of programs.reverse()) await program.end();
    endOrphan(redis);
  };
  try {
    programs.push(
      start("sandbox", java, [
        ...quick,
        ...["-jar", resolve(jars, "infra/sandbox/target/sandbox.jar")],
        `--server.port=${sandbox}`,
        `--sandbox.product-url=${productUrl}`,
        `--sandbox.smtp-port=${smtp}`,
        `--sandbox.imap-port=${imap}`,
      ]),
      start("product", java, [
        ...quick,
        ...["-jar", resolve(jars, "backend/target/loper.jar")],
        "--spring.profiles.active=demo",
        "--server.address=127.0.0.1",
        `--server.port=${product}`,
        `--loper.public-url=${productUrl}`,
        `--loper.sandbox-url=${sandboxUrl}`,
        `--loper.sandbox-smtp-port=${smtp}`,
        `--loper.sandbox-imap-port=${imap}`,
        `--loper.data-dir=${data}`,
      ]),
    );
    const [one, two] = programs as [Program, Program];
    await Promise.all([
      unpackBrowser(),
      one.answers(`${sandboxUrl}/api/world`),
      two.answers(`${productUrl}/actuator/health`),
    ]);
  } catch (error) {
    await end();
    throw error;
  }
  // The tests' processes inherit these.
  process.env.LOPER_URL = productUrl;
  process.env.SANDBOX_URL = sandboxUrl;
  return end;
}

/** While tests are being written: LOPER_URL and SANDBOX_URL name a demo that runs, which then stays as it is. */
async function runningAlready(): Promise<() => Promise<void>> {
  await unpackBrowser();
  return async () => {};
}
