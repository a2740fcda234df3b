import { useQuery } from "@tanstack/react-query";
import { isProblem } from "../../lib/problem.ts";
import type { Colleague } from "../../types/api.ts";
import { personWorkQuery } from "./api/get-person-work.ts";

/** Whether whoever looks may say how somebody works: the server knows, who gives their work to nobody else. Nothing until it said. */
export function useLooksAfter(person: Colleague | undefined): boolean | undefined {
  const work = useQuery({ ...personWorkQuery(person?.id ?? ""), enabled: person?.active === true });
  if (isProblem(work.error, "forbidden")) return false;
  // Whatever else fails is said where it is shown.
  return work.isSuccess || work.isError || undefined;
}
