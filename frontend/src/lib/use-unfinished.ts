import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queryKeys } from "./query-keys.ts";

/**
 * What is being filled in: it is there again for whoever closed it half-way, by a key too many or to look something up, until it
 * is done or given up. It goes with what the browser knows of this person: whoever signs in next finds nothing.
 *
 * @param of what it is about; null where it begins afresh each time
 */
export function useUnfinished<Form extends object>(of: string | null, fresh: Form) {
  const client = useQueryClient();
  const key = queryKeys.unfinished(of ?? "");
  const [form, setForm] = useState<Form>(() => (of === null ? undefined : client.getQueryData<Form>(key)) ?? fresh);
  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part };
    setForm(next);
    if (of === null) return;
    client.setQueryDefaults(queryKeys.unfinished(null), { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(key, next);
  };
  const over = () => client.removeQueries({ queryKey: key, exact: true });
  return { form, change, over };
}
