import { request } from "../../../lib/http.ts";

/** Whether a set-up link still works; rejects with `setup-link-used` when it does not. */
export function getSetup(token: string): Promise<void> {
  return request("GET", "/api/v1/setup", undefined, undefined, { "Loper-Link": token });
}
