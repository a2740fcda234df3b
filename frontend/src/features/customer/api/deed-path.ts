/** Where a deed is: a merge's id begins with m, a detachment's with d, a move's with g. */
export function deedPath(customer: { id: string; conversation: string }, deed: string): string {
  if (deed.startsWith("g"))
    return `/api/v1/conversations/${encodeURIComponent(customer.conversation)}/moves/${encodeURIComponent(deed)}`;
  const kind = deed.startsWith("m") ? "merges" : "detachments";
  return `/api/v1/customers/${encodeURIComponent(customer.id)}/${kind}/${encodeURIComponent(deed)}`;
}
