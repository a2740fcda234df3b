import { initials } from "../../lib/format.ts";

export function Avatar({ name, title, typing }: { name: string; title: string; typing?: boolean }) {
  return (
    <span className={typing ? "av typing" : "av"} title={title}>
      <span aria-hidden="true">{initials(name)}</span>
      <span className="sr">{title}</span>
    </span>
  );
}
