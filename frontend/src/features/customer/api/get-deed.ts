import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Deed, DeedLook, UndoPreview } from "../../../types/identity.ts";
import { deedPath } from "./deed-path.ts";

type Looked = { merge?: Deed; detachment?: Deed; undo: UndoPreview | null };

/** What was done, and what undoing it would come to now. */
export const deedQuery = (customer: string, deed: string) =>
  queryOptions({
    queryKey: queryKeys.deed(deed),
    queryFn: async ({ signal }): Promise<DeedLook> => {
      const { merge, detachment, undo } = await request<Looked>("GET", deedPath(customer, deed), undefined, signal);
      return { deed: (merge ?? detachment) as Deed, undo };
    },
    // What came meanwhile changes what undoing does.
    staleTime: 0,
    gcTime: 0,
  });
