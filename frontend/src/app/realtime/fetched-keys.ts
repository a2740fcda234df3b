import type { QueryKey } from "@tanstack/react-query";
import type { ListData } from "../../features/inbox/cache.ts";

export type FetchedPiece = { keys: string[]; live: string };

/** Which watched pieces a fetched query fills, and the cursor each was read at. `seen` holds pages known already. */
export function fetchedPieces(key: QueryKey, data: unknown, seen: WeakSet<object>): FetchedPiece[] {
  const [kind, second, third] = key;
  if (kind === "inbox" && second === "list")
    return newPages(data as ListData, seen).map((page) => ({
      keys: [`view:${String(third)}`, ...page.items.map((item) => `row:${item.topic.id}`)],
      live: page.live,
    }));
  if (kind === "inbox" && second === "counts") return [{ keys: ["counts"], live: (data as { live: string }).live }];
  if (kind === "calls") return [{ keys: ["calls"], live: (data as { live: string }).live }];
  if (kind === "board") return [{ keys: ["board"], live: (data as { live: string }).live }];
  if (kind === "occasions" && second === undefined)
    return [{ keys: ["occasions"], live: (data as { live: string }).live }];
  if (kind === "people") return [{ keys: ["people"], live: (data as { live: string }).live }];
  if (kind === "conversation") return [{ keys: [`thread:${String(second)}`], live: (data as { live: string }).live }];
  if (kind === "entries")
    return newPages(data as { pages: { live: string }[] }, seen).map((page) => ({
      keys: [`thread:${String(second)}`],
      live: page.live,
    }));
  return [];
}

function newPages<P extends object>(data: { pages: P[] }, seen: WeakSet<object>): P[] {
  const pages = data.pages.filter((page) => !seen.has(page));
  rememberPages(data, seen);
  return pages;
}

/** Pages written by hand (a change applied) are not fetches. */
export function rememberPages(data: unknown, seen: WeakSet<object>): void {
  const pages = (data as { pages?: object[] } | undefined)?.pages;
  for (const page of pages ?? []) seen.add(page);
}
