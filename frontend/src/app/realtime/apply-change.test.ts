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
