import type { PresentPerson } from "../types/api.ts";
import { createStore, useStore } from "./store.ts";

/** Who else looks at a conversation, by conversation; passing news that is never fetched or replayed. */
export const presence = createStore<Readonly<Record<string, PresentPerson[]>>>({});

export function usePresent(conversation: string): PresentPerson[] {
  return useStore(presence)[conversation] ?? none;
}

const none: PresentPerson[] = [];
