/** A promise as far as somebody wrote it already. */
export type BegunPromise = {
  /** What we will do. */
  action: string;
  /** By when. */
  dueAt: string | null;
  /** The whole answer it was noticed in; it is what the customer is to read. */
  draft: string;
};

export const nothingBegun: BegunPromise = { action: "", dueAt: null, draft: "" };
