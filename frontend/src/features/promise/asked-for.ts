import { queryKeys } from "../../lib/query-keys.ts";

/** What a colleague is asked for: a promise that depends on the answer, or the answer in a topic alone. */
export type AskedFor = { promise: string } | { topic: string };

export const requestsAt = (matter: AskedFor) =>
  "promise" in matter
    ? `/api/v1/promises/${encodeURIComponent(matter.promise)}/requests`
    : `/api/v1/topics/${encodeURIComponent(matter.topic)}/requests`;

export const requestsKey = (matter: AskedFor) =>
  "promise" in matter ? queryKeys.promiseRequests(matter.promise) : queryKeys.topicRequests(matter.topic);
