import { request } from "../../../lib/http.ts";
import type { FactKind, FactKindWish } from "../../../types/fact.ts";

/** Defines a kind, or changes the one of this id. */
export function saveFactKind(kind: string, { name, pattern, questions }: FactKindWish): Promise<FactKind> {
  return request("PUT", `/api/v1/fact-kinds/${encodeURIComponent(kind)}`, { name, pattern, questions });
}
