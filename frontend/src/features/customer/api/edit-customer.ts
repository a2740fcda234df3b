import { request } from "../../../lib/http.ts";
import type { Customer } from "../../../types/api.ts";
import type { CustomerEdit } from "../../../types/identity.ts";

export function editCustomer(customer: string, edit: CustomerEdit): Promise<Customer> {
  return request("PATCH", `/api/v1/customers/${encodeURIComponent(customer)}`, edit);
}
