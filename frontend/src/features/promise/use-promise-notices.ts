import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fullName } from "../../lib/format.ts";
import { chime, notify } from "../../lib/notify.ts";
import { notices, sounds } from "../../lib/preferences.ts";
import { createStore, useStore } from "../../lib/store.ts";
import type { PromiseRecord } from "../../types/promise.ts";
import { ownPromisesQuery } from "./api/get-own-promises.ts";
import { isUntold } from "./state-text.ts";

/** Promises their owner is reminded of, until they look at them or put them away. */
export const reminders = createStore<readonly PromiseRecord[]>([]);

export function putAway(promise: string): void {
  reminders.update((all) => all.filter((one) => one.id !== promise));
}

/** How a promise presses its owner: the customer does not know of it, or it is soon due, or late. */
const standing = (promise: PromiseRecord): string => (isUntold(promise) ? `${promise.state} untold` : promise.state);
const pressing = (promise: PromiseRecord) => standing(promise) !== "open";

/** What has become pressing since the last look: untold, soon due, or late. What was so at first is on the screen already. */
export function becamePressing(before: ReadonlyMap<string, string> | null, now: PromiseRecord[]): PromiseRecord[] {
  if (before === null) return [];
  return now.filter((promise) => {
    const was = before.get(promise.id) ?? "open";
    // Who hears of it after all need not be told that it was late before.
    return pressing(promise) && was !== standing(promise) && was !== `${standing(promise)} untold`;
  });
}

/** Reminds a person of their own promises: on the screen, and if they want it by the browser and with a sound. */
export function usePromiseNotices(me: string, open: (promise: PromiseRecord) => void): void {
  const { t } = useTranslation();
  const list = useQuery(ownPromisesQuery(me));
  const before = useRef<Map<string, string> | null>(null);
  const on = useStore(notices);
  const heard = useStore(sounds);
  const latest = useRef({ open, on, heard });
  latest.current = { open, on, heard };
  const now = list.data;
  useEffect(() => {
    if (!now) return;
    const fresh = becamePressing(before.current, now);
    before.current = new Map(now.map((promise) => [promise.id, standing(promise)]));
    reminders.update((all) => [
      ...all.flatMap((one) => now.filter((promise) => promise.id === one.id && pressing(promise))),
      ...fresh.filter((promise) => !all.some((one) => one.id === promise.id)),
    ]);
    if (fresh.length === 0) return;
    if (latest.current.heard) chime();
    if (!latest.current.on || document.hasFocus()) return;
    for (const promise of fresh.slice(0, 3))
      notify({
        title: t(`promise.remind.${isUntold(promise) ? "untold" : promise.state === "late" ? "late" : "soon"}`, {
          name: fullName(promise.customer.name) || t("customer.nameless"),
        }),
        body: promise.action,
        // Of its own: one that takes the place of another comes without a sound.
        tag: `${promise.id} ${standing(promise)}`,
        onClick: () => latest.current.open(promise),
      });
  }, [now, t]);
}
