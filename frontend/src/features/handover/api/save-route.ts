import { request } from "../../../lib/http.ts";
import type { HandoverRoute, RouteWish } from "../../../types/handover.ts";

/** Changes one route; words that are empty are Loper's own. */
export function saveRoute(route: RouteWish): Promise<{ items: HandoverRoute[] }> {
  return request("PUT", "/api/v1/handover-routes", { items: [route] });
}
