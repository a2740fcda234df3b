/** What somebody puts into a list and takes out of it, whatever else happens to the list meanwhile. */
export type ListChange = { put: string[]; out: string[] };

export const noChange: ListChange = { put: [], out: [] };

export function listChange(before: readonly string[], after: readonly string[]): ListChange {
  return {
    put: after.filter((one) => !before.includes(one)),
    out: before.filter((one) => !after.includes(one)),
  };
}

/** The list as it would be. */
export function changed(list: readonly string[], { put, out }: ListChange): string[] {
  return [...list.filter((one) => !out.includes(one)), ...put.filter((one) => !list.includes(one))];
}
