import { request } from "../../../lib/http.ts";
import type { Trigger, TriggerWish } from "../../../types/trigger.ts";

/** Makes a trigger, or changes the one of this id. @param version of the one it replaces, as it was read; "new": there is none */
export function saveTrigger(id: string, wish: TriggerWish, version: string): Promise<Trigger> {
  const { name, active, basketOver, place, seconds, everyDays, text } = wish;
  const body = { name, active, basketOver, place, seconds, everyDays, text, version };
  return request("PUT", `/api/v1/triggers/${encodeURIComponent(id)}`, body);
}
