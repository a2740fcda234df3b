import { request } from "../../../lib/http.ts";
import { deedPath } from "./deed-path.ts";

export function undoDeed(customer: { id: string; conversation: string }, deed: string): Promise<unknown> {
  return request("DELETE", deedPath(customer, deed));
}
