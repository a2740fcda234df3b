import { createStore } from "./store.ts";

/**
 * What the person may believe about the screen: `live` means all news up to `heardAt` is on it; `away`, that the server is
 * there and its store is not.
 */
export type LiveState = { status: "connecting" | "live" | "away" | "offline"; since: number; heardAt: number };

export const liveState = createStore<LiveState>({ status: "connecting", since: Date.now(), heardAt: Date.now() });
