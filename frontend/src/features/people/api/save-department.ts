import { request } from "../../../lib/http.ts";
import type { Department, DepartmentWish } from "../../../types/api.ts";

/** Adds one, or changes the one that was read. */
export function saveDepartment(before: Department | null, wish: DepartmentWish): Promise<Department> {
  return before
    ? request("PATCH", `/api/v1/departments/${encodeURIComponent(before.id)}`, { ...wish, version: before.version })
    : request("POST", "/api/v1/departments", wish);
}
