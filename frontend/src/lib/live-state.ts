import { createStore } from "./store.ts";

/** What the person may believe about the screen: `live` means all news up to `heardAt` is on it. */
export type LiveState = { status: "connecting" | "live" | "offline"; since: number; heardAt: number };

export const liveState = createStore<LiveState>({ status: "connecting", since: Date.now(), heardAt: Date.now() });
