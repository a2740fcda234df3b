import { request } from "../../../lib/http.ts";

export function deleteFactKind(kind: string): Promise<void> {
  return request("DELETE", `/api/v1/fact-kinds/${encodeURIComponent(kind)}`);
}
