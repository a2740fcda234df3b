import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem } from "../lib/problem.ts";
import { queryKeys } from "../lib/query-keys.ts";

/** The one place of server state. Whatever answers 401 ends the session on the screen, too. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error) && error.status === 401 && error.type !== "wrong-sign-in")
      client.setQueryData(queryKeys.session, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && !(isProblem(error) && error.status >= 400 && error.status < 500),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}
