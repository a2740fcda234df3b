import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queueName, worksIn } from "../../../lib/queues.ts";
import type { Colleague, ConversationTopic, InboxItem, QueueRef } from "../../../types/api.ts";
import { moveTopic } from "../api/move-topic.ts";

type QueueDialogProps = {
  topic: ConversationTopic;
  queues: QueueRef[];
  people: Colleague[];
  onClose: () => void;
  /** The topic is where it belongs; nothing is said of it where this person sees it no longer. */
  onMoved: (item: InboxItem | undefined) => void;
};

/** Where a topic belongs, and a word to whoever takes it up there. */
export function QueueDialog({ topic, queues, people, onClose, onMoved }: QueueDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const [target, setTarget] = useState<QueueRef | null>(null);
  const [note, setNote] = useState("");
  const move = useMutation({
    mutationFn: (queue: QueueRef) => moveTopic(topic.id, queue.id, note.trim()),
    onSuccess: (item, queue) => {
      announce(t("queue.moved", { queue: queueName(queue, language) }));
      onMoved(item);
      onClose();
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (target && !move.isPending) move.mutate(target);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  const assignee = people.find((person) => person.id === topic.assignee);
  const lets = target && assignee && !worksIn(assignee, target.id);
  return (
    <Dialog kind="panel" label={t("queue.moveTitle")} title={t("queue.moveTitle")} onClose={onClose}>
      <form className="move" onSubmit={submit} onKeyDown={keys}>
        <p className="m clip">{topic.title}</p>
        <div role="radiogroup" aria-label={t("queue.moveTitle")}>
          {queues
            .filter((queue) => queue.id !== topic.queue)
            .map((queue, index) => (
              <label key={queue.id} className="pick">
                <input
                  type="radio"
                  name="queue"
                  data-first={index === 0 ? true : undefined}
                  checked={target?.id === queue.id}
                  onChange={() => setTarget(queue)}
                />
                <span>{queueName(queue, language)}</span>
              </label>
            ))}
        </div>
        <textarea
          className="inp word"
          aria-label={t("queue.word")}
          placeholder={t("queue.word")}
          value={note}
          maxLength={2000}
          rows={3}
          onChange={(event) => setNote(event.target.value)}
        />
        {lets ? <p className="m">{t("queue.letsGo", { name: assignee.name })}</p> : null}
        {move.isError ? (
          <p className="fault" role="alert">
            {say(move.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="line" type="submit" keys="Mod+Enter" disabled={!target || move.isPending}>
            {t("queue.move")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
