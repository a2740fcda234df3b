import { request } from "../../../lib/http.ts";
import type { FactKind, FactKindWish } from "../../../types/fact.ts";

/** Defines a kind, or changes the one of this id. @param version of the one it replaces, as it was read; "new": there is none */
export function saveFactKind(
  kind: string,
  { name, pattern, questions }: FactKindWish,
  version: string,
): Promise<FactKind> {
  return request("PUT", `/api/v1/fact-kinds/${encodeURIComponent(kind)}`, { name, pattern, questions, version });
}
