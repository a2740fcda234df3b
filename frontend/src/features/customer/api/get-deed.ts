import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Deed, DeedLook, UndoPreview } from "../../../types/identity.ts";
import { deedPath } from "./deed-path.ts";

type Looked = { merge?: Deed; detachment?: Deed; move?: Deed; undo: UndoPreview | null; because?: string | null };

/** What was done, and what undoing it would come to now. */
export const deedQuery = (customer: { id: string; conversation: string }, deed: string) =>
  queryOptions({
    queryKey: queryKeys.deed(deed),
    queryFn: async ({ signal }): Promise<DeedLook> => {
      const { merge, detachment, move, undo, because } = await request<Looked>(
        "GET",
        deedPath(customer, deed),
        undefined,
        signal,
      );
      return { deed: (merge ?? detachment ?? move) as Deed, undo, because: because ?? null };
    },
    // What came meanwhile changes what undoing does.
    staleTime: 0,
    gcTime: 0,
  });
