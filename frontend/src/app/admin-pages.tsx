import type { Shell } from "./frame.tsx";

export function AdminPages({ shell }: { shell: Shell }) {
  return <div className="app two">{shell.rail}</div>;
}
