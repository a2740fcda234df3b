import type { Role } from "../../types/api.ts";

/** From the least to the most: a later one may do all that an earlier one may. */
export const roles = ["agent", "supervisor", "administrator"] as const satisfies readonly Role[];

/** The most somebody may do. */
export function highest(mine: readonly Role[]): Role {
  return roles.findLast((role) => mine.includes(role)) ?? "agent";
}
