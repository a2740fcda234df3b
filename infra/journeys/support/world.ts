import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { java25 } from "./java.ts";
import { freePorts } from "./ports.ts";
import { embeddedRedis, endOrphan, type Program, start } from "./program.ts";

const here = resolve(import.meta.dirname, "..");
const jars = resolve(here, "../..");
const quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"];

/** Where a product and the sandbox around it answer. */
export type Addresses = { productUrl: string; sandboxUrl: string };

/** Starts both; `name` tells their data and their logs in target/ from another world's. */
export async function startWorld(name: string): Promise<Addresses & { end(): Promise<void> }> {
  const data = resolve(here, "target/data", name);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const [product, sandbox, smtp, imap] = await freePorts(4);
  const productUrl = `http://localhost:${product}`;
  const sandboxUrl = `http://localhost:${sandbox}`;
  const java = java25();
  const programs: Program[] = [];
  const end = async () => {
    const redis = embeddedRedis(data);
    // The product first: what it still wants to say has somebody to hear it.
    for (const program of programs.reverse()) await program.end();
    endOrphan(redis);
  };
  try {
    programs.push(
      start(`sandbox-${name}`, java, [
        ...quick,
        ...["-jar", resolve(jars, "infra/sandbox/target/sandbox.jar")],
        `--server.port=${sandbox}`,
        `--sandbox.product-url=${productUrl}`,
        `--sandbox.smtp-port=${smtp}`,
        `--sandbox.imap-port=${imap}`,
      ]),
      start(`product-${name}`, java, [
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
    await Promise.all([one.answers(`${sandboxUrl}/api/world`), two.answers(`${productUrl}/actuator/health`)]);
  } catch (error) {
    await end();
    throw error;
  }
  return { productUrl, sandboxUrl, end };
}
