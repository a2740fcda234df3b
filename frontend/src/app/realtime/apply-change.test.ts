import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { queryKeys } from "../../lib/query-keys.ts";
import { applyChange } from "./apply-change.ts";

it("when homes come or go, head and timeline of both conversations are asked for again, and of no other", () => {
  const client = new QueryClient();
  const read = ["k-old", "k-now", "k-other"].flatMap((id) => [
    queryKeys.conversation(id),
    queryKeys.entries(id, null),
    queryKeys.entries(id, "t-1"),
  ]);
  for (const key of read) client.setQueryData(key, {});
  applyChange(client, { type: "homes", conversation: "k-old", at: "k-now" });
  const stale = read.filter((key) => client.getQueryState(key)?.isInvalidated);
  expect(stale.map((key) => key[1])).toEqual(["k-old", "k-old", "k-old", "k-now", "k-now", "k-now"]);
});

it("when more is known of a customer, facts and visits are asked for again, and the conversation stays as it is", () => {
  const client = new QueryClient();
  const read = [queryKeys.facts("k-1"), queryKeys.visits("k-1"), queryKeys.conversation("k-1"), queryKeys.facts("k-2")];
  for (const key of read) client.setQueryData(key, {});
  applyChange(client, { type: "known", conversation: "k-1" });
  expect(read.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, true, false, false]);
});
