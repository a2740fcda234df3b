import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { viewsOf } from "../../features/inbox/cache.ts";
import type { Entry, InboxItem } from "../../types/api.ts";
import type { Shell } from "../frame.tsx";
import { applyChange, applyRead } from "./apply-change.ts";

/** The answers to our own commands go the way of pushed changes; the push that follows changes nothing. */
export function useOwnChanges({ me }: Shell) {
  const client = useQueryClient();
  return useMemo(
    () => ({
      onItem: (item: InboxItem) => applyChange(client, { type: "topic", item, views: viewsOf(item, me.id) }),
      onGone: (topic: string) => applyChange(client, { type: "removed", topic }),
      onEntry: (conversation: string, entry: Entry) => applyChange(client, { type: "entry", conversation, entry }),
      onRead: (conversation: string, topic: string) => applyRead(client, conversation, topic),
    }),
    [client, me.id],
  );
}

export type OwnChanges = ReturnType<typeof useOwnChanges>;
