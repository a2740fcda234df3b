import { fullName, shortName } from "../../../lib/format.ts";

/** What the margin holds in its usual type. */
const longest = 8;

/** Who speaks, in the margin of the timeline: by their first name. */
export function Speaker({ name, us }: { name: string; us: boolean }) {
  const said = shortName(name);
  return (
    <span className={`sp${us ? " us" : ""}${said.length > longest ? " long" : ""}`} title={fullName(name)} dir="auto">
      {said}
    </span>
  );
}
