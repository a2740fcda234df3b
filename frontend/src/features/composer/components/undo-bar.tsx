import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { shortName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { showToast } from "../../../lib/toast.ts";
import { useSeconds } from "../../../lib/use-now.ts";
import type { Entry } from "../../../types/api.ts";
import { withdrawMessage } from "../api/withdraw-message.ts";
import { cannotUndo, type Undoable } from "../undoables.ts";

type UndoBarProps = {
  one: Undoable;
  /** Whether it was sent in the conversation that is open. */
  here: boolean;
  /** Nothing is being written: Ctrl Z then means the message, not the text. */
  idle: boolean;
  onUndone: (entry: Entry) => void;
};

/** For a few seconds a send can be taken back; the bar counts them, quietly, wherever the writer goes. */
export function UndoBar({ one, here, idle, onUndone }: UndoBarProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  useSeconds();
  const { entry } = one;
  const left = entry.undoUntil ? Math.ceil((Date.parse(entry.undoUntil) - Date.now()) / 1000) : 0;
  const undo = useMutation({
    mutationFn: () => withdrawMessage(one.conversation, entry.id),
    onSuccess: (withdrawn) => {
      announce(t("composer.undone"));
      onUndone(withdrawn);
    },
    onError: (error) => {
      showToast(say(error));
      cannotUndo(entry.id);
    },
  });
  const over = left <= 0 && !undo.isPending;
  useEffect(() => {
    if (over) cannotUndo(entry.id);
  }, [over, entry.id]);
  const take = () => {
    if (!undo.isPending) undo.mutate();
  };
  useShortcuts({ z: take, "Mod+z": idle ? take : undefined });
  if (over) return null;
  const channel = entry.channel ? t(`channelIn.${entry.channel}`) : "";
  return (
    <div className="warn undo">
      <span>
        {here
          ? t("composer.undoSent", { channel })
          : t("composer.undoSentTo", { channel, name: shortName(one.customerName) })}
        <span className="m num">, {t("composer.undoIn", { seconds: Math.max(0, left) })}</span>
      </span>
      <button type="button" className="btn line r" onClick={take}>
        {t("composer.undo")}
        <kbd aria-hidden="true">{keyLabel(idle ? "Mod+z" : "z")}</kbd>
      </button>
    </div>
  );
}
