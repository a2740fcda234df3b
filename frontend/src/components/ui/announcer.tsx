import { announcement } from "../../lib/announce.ts";
import { useStore } from "../../lib/store.ts";

/** What a screen reader is told; nothing of it is seen. */
export function Announcer() {
  const { text, number } = useStore(announcement);
  return (
    <div className="sr" role="status" aria-live="polite">
      <span key={number}>{text}</span>
    </div>
  );
}
