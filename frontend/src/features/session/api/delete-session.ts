import { request } from "../../../lib/http.ts";

export function deleteSession(): Promise<void> {
  return request("DELETE", "/api/v1/session");
}
