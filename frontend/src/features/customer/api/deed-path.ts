/** Where a deed is: a merge's id begins with m, a detachment's with d. */
export function deedPath(customer: string, deed: string): string {
  const kind = deed.startsWith("m") ? "merges" : "detachments";
  return `/api/v1/customers/${encodeURIComponent(customer)}/${kind}/${encodeURIComponent(deed)}`;
}
