import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { ConversationTopic, Entry } from "../../../types/api.ts";
import { moveEntry } from "../api/move-entry.ts";

type MoveDialogProps = {
  conversation: string;
  entry: Entry;
  topics: ConversationTopic[];
  onClose: () => void;
  onMoved: (entry: Entry, topic: string) => void;
};

/** Where an entry belongs: another topic of this customer, or a new one. */
export function MoveDialog({ conversation, entry, topics, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [target, setTarget] = useState("new");
  const [title, setTitle] = useState("");
  const move = useMutation({
    mutationFn: () =>
      moveEntry(conversation, entry.id, target === "new" ? { topic: "new", title: title.trim() } : { topic: target }),
    onSuccess: ({ topic }) => {
      announce(t("conversation.moved", { title: topic.title }));
      onMoved(entry, topic.id);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target !== "new" || title.trim()) move.mutate();
  };
  return (
    <Dialog kind="panel" label={t("conversation.moveTitle")} title={t("conversation.moveTitle")} onClose={onClose}>
      <form className="move" onSubmit={submit}>
        <p className="m clip">{entry.text}</p>
        {entry.promise && entry.direction === "out" ? <p className="ochre">{t("conversation.movePromised")}</p> : null}
        <div role="radiogroup" aria-label={t("conversation.moveTitle")}>
          {topics
            .filter((topic) => topic.id !== entry.topic)
            .map((topic) => (
              <label key={topic.id} className="pick">
                <input type="radio" name="topic" checked={target === topic.id} onChange={() => setTarget(topic.id)} />
                <span>{topic.title}</span>
                <span className="m r">{topic.status === "resolved" ? t("conversation.resolved") : ""}</span>
              </label>
            ))}
          <label className="pick">
            <input type="radio" name="topic" checked={target === "new"} onChange={() => setTarget("new")} />
            <span>{t("conversation.moveNew")}</span>
          </label>
        </div>
        {target === "new" ? (
          <input
            className="inp"
            data-first
            aria-label={t("conversation.moveNewName")}
            placeholder={t("conversation.moveNewName")}
            value={title}
            maxLength={120}
            onChange={(event) => setTitle(event.target.value)}
          />
        ) : null}
        {move.isError ? (
          <p className="fault" role="alert">
            {say(move.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="line" type="submit" disabled={move.isPending || (target === "new" && !title.trim())}>
            {t("conversation.move")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
