import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { ChatState } from "../store";

/** Within this many pixels of an edge the visitor counts as being there. */
const NEAR = 48;

/** Keeps the end in sight for a visitor who is at the end, and their place for one who reads further up. */
export function useFollow(state: ChatState, chat: Chat) {
  const box = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ first: "", height: 0, unsent: 0 });
  const { timeline, unsent, open } = state;
  const first = timeline.entries[0]?.id ?? "";

  const toEnd = () => {
    const element = box.current;
    if (element) {
      element.scrollTop = element.scrollHeight;
    }
  };

  // Without dependencies: anything that changes the height has to keep the place.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const { first: oldFirst, height, unsent: oldUnsent } = before.current;
    if (atEnd || unsent.length > oldUnsent) {
      toEnd();
    } else if (oldFirst && first !== oldFirst) {
      element.scrollTop += element.scrollHeight - height;
    }
    before.current = { first, height: element.scrollHeight, unsent: unsent.length };
  });

  // Pictures that load, a form that says what is wrong, a keyboard that appears: none of these is a render of ours.
  useEffect(() => {
    if (!atEnd || !box.current || !flow.current || typeof ResizeObserver === "undefined") {
      return;
    }
    const observer = new ResizeObserver(toEnd);
    observer.observe(box.current);
    observer.observe(flow.current);
    return () => observer.disconnect();
  });

  useEffect(() => {
    // The box's own page: an effect may run late, when the widget has gone and its page with it.
    const page = box.current?.ownerDocument;
    if (!page) {
      return;
    }
    const look = () => open && atEnd && page.visibilityState === "visible" && chat.looking();
    look();
    page.addEventListener("visibilitychange", look);
    return () => page.removeEventListener("visibilitychange", look);
  });

  function onScroll() {
    const element = box.current;
    if (element && open) {
      setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR);
      if (element.scrollTop < NEAR && element.scrollHeight > element.clientHeight) {
        chat.older();
      }
    }
  }
  return { box, flow, atEnd, onScroll, toEnd };
}
