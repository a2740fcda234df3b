import { useSyncExternalStore } from "react";
import { createStore } from "./store.ts";

const coarse = createStore(Date.now());
const fine = createStore(Date.now());
setInterval(() => coarse.set(Date.now()), 15_000);
setInterval(() => fine.set(Date.now()), 1_000);

/** The time, anew every fifteen seconds; for "waiting 4 min" and the like. */
export function useNow(): number {
  return useSyncExternalStore(coarse.subscribe, coarse.get);
}

/** The time, anew every second; for countdowns, while one is shown. */
export function useSeconds(): number {
  return useSyncExternalStore(fine.subscribe, fine.get);
}
