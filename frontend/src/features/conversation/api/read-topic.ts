import { request } from "../../../lib/http.ts";

/** Tells that the person has read a topic up to and including an entry. */
export function readTopic(topic: string, entry: string): Promise<void> {
  return request("POST", `/api/v1/topics/${encodeURIComponent(topic)}/read`, { entry });
}
