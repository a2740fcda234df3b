import { request } from "../../../lib/http.ts";
import type { Occasion } from "../../../types/occasion.ts";

/** Says what became of an occasion; `open` takes that back. */
export function saveOccasion(occasion: Occasion, how: "made" | "left" | "open"): Promise<Occasion> {
  const { conversation, kind, date } = occasion;
  return request("POST", "/api/v1/occasions", { conversation, kind, date, how });
}
