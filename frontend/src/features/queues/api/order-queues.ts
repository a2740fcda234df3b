import { request } from "../../../lib/http.ts";
import type { WholeQueue } from "../../../types/queue.ts";

/** Puts all queues in an order, in one step. */
export function orderQueues(order: string[]): Promise<{ items: WholeQueue[] }> {
  return request("POST", "/api/v1/queues/order", { order });
}
