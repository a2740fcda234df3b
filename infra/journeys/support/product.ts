import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { json } from "./http.ts";

type Topic = { id: string; title: string; status: string };
type Row = { topic: Topic; conversation: string; preview: string; customer: { id: string; name: string } };
export type Entry = { id: string; type: string; text: string; direction: "in" | "out" | null; delivery: string | null };

/** The product's API with the demo's token: a colleague who needs no browser. */
export function call<T>(path: string, method = "GET", body?: unknown): Promise<T> {
  const headers = { Authorization: "Bearer loper_demo" };
  return json<T>(`${process.env.LOPER_URL}/api/v1${path}`, method, body, headers);
}

/** The row of the topic whose newest message has these words, once it is in the store. */
export async function rowOf(words: string): Promise<Row> {
  let found: Row | undefined;
  await expect
    .poll(async () => {
      found = (await openRows()).find((row) => row.preview.includes(words) || row.topic.title.includes(words));
      return found !== undefined;
    }, `a topic about “${words}”`)
    .toBe(true);
  return found as Row;
}

async function openRows(): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { items: Row[]; next: string | null } = await call(
      `/inbox?view=all${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

export async function entries(conversation: string): Promise<Entry[]> {
  return (await call<{ items: Entry[] }>(`/conversations/${conversation}/entries`)).items;
}

/** A colleague answers, looking at nothing. */
export function reply(conversation: string, channel: string, words: string): Promise<Entry> {
  return call(`/conversations/${conversation}/messages`, "POST", { channel, text: words, clientId: randomUUID() });
}

/** Leaves the lists as short as they were. */
export async function resolveAll(): Promise<void> {
  for (const row of await openRows()) await call(`/topics/${row.topic.id}/resolve`, "POST");
}
