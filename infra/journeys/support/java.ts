import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The `java` of a JDK 25, looked for where Maven's toolchains look. */
export function java25(): string {
  const home = homes().find((one) => isJdk25(one));
  if (!home) throw new Error("No JDK 25 was found. Install one, or name it in JAVA_HOME.");
  return join(home, "bin/java");
}

function homes(): string[] {
  const named = [process.env.JAVA_HOME, process.env.JAVA25_HOME, process.env.JAVA_HOME_25_X64];
  const folders = [
    "/usr/lib/jvm",
    "/usr/lib64/jvm",
    "/usr/java",
    "/opt",
    ...[".sdkman/candidates/java", ".jdks", ".asdf/installs/java", ".local/share/mise/installs/java"].map(atHome),
  ].flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []));
  const apple = ["/Library/Java/JavaVirtualMachines", atHome("Library/Java/JavaVirtualMachines")].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "Contents/Home")) : [],
  );
  return [...named.filter((one) => one !== undefined), ...known(), ...folders, ...apple];
}

/** What Maven wrote down: the toolchains it discovered, and those the user listed. */
function known(): string[] {
  return ["discovered-jdk-toolchains-cache.xml", "toolchains.xml"]
    .map((name) => atHome(`.m2/${name}`))
    .filter((file) => existsSync(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/<jdkHome>([^<]+)<\/jdkHome>/g)])
    .map((found) => found[1] ?? "");
}

function isJdk25(home: string): boolean {
  const release = join(home, "release");
  return (
    existsSync(join(home, "bin/javac")) &&
    existsSync(release) &&
    /^JAVA_VERSION="25[."]/m.test(readFileSync(release, "utf8"))
  );
}

function atHome(path: string): string {
  return join(homedir(), path);
}
