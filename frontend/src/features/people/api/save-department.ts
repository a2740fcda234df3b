import { request } from "../../../lib/http.ts";
import type { Department, DepartmentWish } from "../../../types/api.ts";

/** Adds one, or changes the one with this id. */
export function saveDepartment(id: string | null, wish: DepartmentWish): Promise<Department> {
  return id
    ? request("PATCH", `/api/v1/departments/${encodeURIComponent(id)}`, wish)
    : request("POST", "/api/v1/departments", wish);
}
