import { request } from "../../../lib/http.ts";
import type { PersonWork } from "../../../types/api.ts";

/** @param to a person's id, "queue", or nothing for their cover */
export function handOverWork(id: string, to: string | null): Promise<PersonWork> {
  return request("POST", `/api/v1/people/${encodeURIComponent(id)}/work/hand-over`, { to });
}
