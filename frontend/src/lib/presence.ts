import type { PresentPerson } from "../types/push.ts";
import { createStore, useStore } from "./store.ts";

/** Who else looks at a conversation, by conversation; passing news that is never fetched or replayed. */
export const presence = createStore<Readonly<Record<string, PresentPerson[]>>>({});

export function usePresent(conversation: string): PresentPerson[] {
  return useStore(presence)[conversation] ?? none;
}

/** Whether the customer is typing, in a window of ours that tells. */
export function useCustomerTyping(conversation: string): boolean {
  return usePresent(conversation).some((one) => one.customer === true && one.state === "typing");
}

const none: PresentPerson[] = [];
