import { request } from "../../../lib/http.ts";
import type { Colleague, PersonChange } from "../../../types/api.ts";

export function updatePerson(id: string, change: PersonChange): Promise<Colleague> {
  return request("PATCH", `/api/v1/people/${encodeURIComponent(id)}`, change);
}
