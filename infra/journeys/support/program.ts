import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Program = {
  /** Resolves when this address answers 200; fails when the program ends before. */
  answers(url: string): Promise<void>;
  end(): Promise<void>;
};

const startsWithin = 120_000;
const endsWithin = 30_000;

/** Starts a program; what it says goes to target/<name>.log. */
export function start(name: string, command: string, args: string[]): Program {
  const log = resolve(import.meta.dirname, `../target/${name}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, "w");
  const child = spawn(command, args, { stdio: ["ignore", out, out] });
  closeSync(out);
  const gone = new Promise<string>((done) => {
    child.once("exit", (code, signal) => done(`${name} ended (${signal ?? code})`));
    child.once("error", (error) => done(`${name} did not start: ${error.message}`));
  });
  return {
    async answers(url) {
      const until = Date.now() + startsWithin;
      while (!(await says200(url))) {
        const ended = await Promise.race([gone, pause(100)]);
        if (ended) throw new Error(`${ended}; see ${log}:\n${tail(log)}`);
        if (Date.now() > until) throw new Error(`${name} did not answer at ${url}; see ${log}:\n${tail(log)}`);
      }
    },
    end: () => endChild(child, gone),
  };
}

async function endChild(child: ChildProcess, gone: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const waiting = new AbortController();
  const late = pause(endsWithin, "late", { signal: waiting.signal }).catch(() => "over");
  if ((await Promise.race([gone, late])) === "late") child.kill("SIGKILL");
  waiting.abort();
  await gone;
}

/** The process id of the Redis that the product runs on this data folder. */
export function embeddedRedis(data: string): number | null {
  const note = resolve(data, "redis/server.properties");
  if (!existsSync(note)) return null;
  const pid = Number(/^pid=(\d+)/m.exec(readFileSync(note, "utf8"))?.[1]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** A Redis that outlived the product is ended, and that is a failure. */
export function endOrphan(pid: number | null): void {
  if (pid === null || !isRedis(pid)) return;
  process.kill(pid);
  throw new Error(`The embedded Redis (pid ${pid}) was left running by the product.`);
}

/** Where /proc tells, another program that got the same number meanwhile is left alone. */
function isRedis(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return !existsSync("/proc/self") || readFileSync(command, "utf8").includes("redis");
  } catch {
    return false;
  }
}

async function says200(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function tail(log: string): string {
  return readFileSync(log, "utf8").split("\n").slice(-20).join("\n");
}
