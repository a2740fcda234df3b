import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { getInbox } from "../features/inbox/api/get-inbox.ts";
import { fullName } from "../lib/format.ts";
import { chime, notify } from "../lib/notify.ts";
import { notices, sounds } from "../lib/preferences.ts";
import { useStore } from "../lib/store.ts";
import type { InboxItem } from "../types/api.ts";

/** One wait of one topic: told once, whatever comes in while it lasts. */
const waitOf = (item: InboxItem) => `${item.topic.id} ${item.topic.waitingSince}`;

/**
 * Tells of people who begin to wait for this person, while they look elsewhere. The count that is pushed says that
 * there is one more; the list then says who.
 */
export function useNotices(waiting: number | undefined): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const told = useRef<Set<string> | null>(null);
  const on = useStore(notices);
  const heard = useStore(sounds);
  const wanted = on || heard;

  useEffect(() => {
    if (!wanted || waiting === undefined) {
      told.current = null;
      return;
    }
    let over = false;
    void getInbox("mine", null)
      .then(({ items }) => {
        if (over) return;
        const now = items.filter((item) => item.topic.waitingSince && item.topic.status === "open");
        const before = told.current;
        told.current = new Set(now.map(waitOf));
        // Who waited already when it was switched on is on the screen.
        const fresh = before === null ? [] : now.filter((item) => !before.has(waitOf(item)));
        if (fresh.length === 0 || document.hasFocus()) return;
        if (heard) chime();
        if (on)
          for (const item of fresh.slice(0, 3))
            notify({
              title: fullName(item.customer.name) || t("customer.nameless"),
              body: t("notice.waits", { title: item.topic.title }),
              tag: item.topic.id,
              onClick: () => navigate(`/inbox/mine/${item.conversation}/${item.topic.id}`),
            });
      })
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, [waiting, wanted, on, heard, t, navigate]);
}
