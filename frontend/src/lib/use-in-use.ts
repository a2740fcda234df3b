import { type FocusEvent, type PointerEvent, useState } from "react";

/** Whether something is being used: the mouse is over it, or the focus in it. Then nothing moves in it by itself. */
export function useInUse() {
  const [inUse, setInUse] = useState(false);
  const watching = {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === "mouse") setInUse(true);
    },
    onPointerLeave: () => setInUse(false),
    onFocus: () => setInUse(true),
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setInUse(false);
    },
  };
  return [inUse, watching] as const;
}
