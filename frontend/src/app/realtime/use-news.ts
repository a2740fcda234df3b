import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/announce.ts";
import { fullName } from "../../lib/format.ts";
import type { Shell } from "../frame.tsx";

/** A screen reader hears of a new message in the open conversation. */
export function useNews(shell: Shell, conversation: string | null) {
  const { t } = useTranslation();
  const { onChange } = shell;
  const announced = useRef(new Set<string>());
  useEffect(
    () =>
      onChange((change) => {
        if (change.type !== "entry" || change.conversation !== conversation || change.entry.direction !== "in") return;
        if (announced.current.has(change.entry.id)) return;
        announced.current.add(change.entry.id);
        announce(t("say.entryIn", { name: fullName(change.entry.author.name) }));
      }),
    [onChange, conversation, t],
  );
}
