import { request } from "../../../lib/http.ts";

export function deleteDepartment(id: string): Promise<void> {
  return request("DELETE", `/api/v1/departments/${encodeURIComponent(id)}`);
}
