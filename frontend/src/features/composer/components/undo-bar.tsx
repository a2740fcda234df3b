import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { useSeconds } from "../../../lib/use-now.ts";
import type { Entry } from "../../../types/api.ts";
import { withdrawMessage } from "../api/withdraw-message.ts";

type UndoBarProps = {
  conversation: string;
  entry: Entry;
  onUndone: (entry: Entry) => void;
  onOver: () => void;
};

/** For a few seconds a send can be taken back; the bar counts them, quietly. */
export function UndoBar({ conversation, entry, onUndone, onOver }: UndoBarProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  useSeconds();
  const left = entry.undoUntil ? Math.ceil((Date.parse(entry.undoUntil) - Date.now()) / 1000) : 0;
  const undo = useMutation({
    mutationFn: () => withdrawMessage(conversation, entry.id),
    onSuccess: (withdrawn) => {
      announce(t("composer.undone"));
      onUndone(withdrawn);
    },
    onError: (error) => {
      announce(say(error));
      onOver();
    },
  });
  const over = left <= 0 && !undo.isPending;
  useEffect(() => {
    if (over) onOver();
  }, [over, onOver]);
  useShortcuts({ z: () => !undo.isPending && undo.mutate() });
  if (over) return null;
  return (
    <div className="warn undo">
      <span>
        {t("composer.undoSent", { channel: entry.channel ? t(`channelIn.${entry.channel}`) : "" })}
        <span className="m num">, {t("composer.undoIn", { seconds: Math.max(0, left) })}</span>
      </span>
      <button type="button" className="btn line r" onClick={() => !undo.isPending && undo.mutate()}>
        {t("composer.undo")}
        <kbd aria-hidden="true">Z</kbd>
      </button>
    </div>
  );
}
