import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { IconButton } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { BoardView } from "../features/board/components/board-view.tsx";
import { ReassignDialog } from "../features/board/components/reassign-dialog.tsx";
import type { Subject } from "../features/board/subject.ts";
import { assignTopic } from "../features/conversation/api/assign-topic.ts";
import { ReadAlong } from "../features/conversation/components/read-along.tsx";
import { PersonNow } from "../features/people/components/person-now.tsx";
import { announce } from "../lib/announce.ts";
import { useProblemText } from "../lib/problem-text.ts";
import { allQueues, viewOfQueue } from "../lib/queues.ts";
import { showToast } from "../lib/toast.ts";
import { useNarrow } from "../lib/use-media.ts";
import type { Colleague } from "../types/api.ts";
import type { Shell } from "./frame.tsx";
import { useTitle } from "./use-title.ts";

type Open =
  | { kind: "read"; subject: Subject }
  | { kind: "reassign"; subject: Subject }
  | { kind: "person"; person: string }
  | null;

/** The supervisors' board, and what they do from there. */
export function BoardPage({ shell }: { shell: Shell }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const wall = search.has("wall");
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const thread = open?.kind === "read" ? open.subject.conversation : null;
  const { watch } = shell;
  useEffect(
    () => watch({ board: true, ...(wall ? { wall } : {}), ...(thread ? { thread } : {}) }),
    [watch, wall, thread],
  );
  useTitle(t("board.title"), shell.counts?.waiting.mine ?? 0);
  const { setCommands } = shell;
  useEffect(() => setCommands(() => ({ context: t("board.title"), groups: [] })), [setCommands, t]);
  const assign = useAssign(close, open?.kind === "reassign");

  if (!shell.me.roles.some((role) => role !== "agent"))
    return (
      <main className="trouble" id="conversation" tabIndex={-1}>
        <p>{t("admin.notAllowed")}</p>
        <Link className="link" to="/">
          {t("app.toInbox")}
        </Link>
      </main>
    );
  const person = open?.kind === "person" ? shell.everybody.find((one) => one.id === open.person) : undefined;
  const toConversation = (subject: Subject) =>
    navigate(`/inbox/${viewOfQueue(subject.queue)}/${subject.conversation}/${subject.topic}`);
  const self = { id: shell.me.id, name: shell.me.name };
  return (
    <div className={wall ? "app on-wall" : narrow ? "app two narrow" : "app two"}>
      {wall ? null : shell.rail}
      <BoardView
        me={shell.me.id}
        everybody={shell.everybody}
        wall={wall}
        before={
          narrow && !wall ? (
            <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} />
          ) : undefined
        }
        onOpen={toConversation}
        onRead={(subject) => setOpen({ kind: "read", subject })}
        onReassign={(subject) => setOpen({ kind: "reassign", subject })}
        onTake={(subject) => assign.mutate({ subject, to: self })}
        onPerson={(one) => setOpen({ kind: "person", person: one.id })}
        onWall={() => setSearch(wall ? {} : { wall: "" })}
      />
      {open?.kind === "read" ? (
        <Dialog kind="right" label={t("board.readAlong")} onClose={close}>
          <ReadAlong
            conversation={open.subject.conversation}
            topic={open.subject.topic}
            queues={allQueues(shell.queues)}
            onOpen={() => toConversation(open.subject)}
            onTake={() => assign.mutate({ subject: open.subject, to: self })}
          />
        </Dialog>
      ) : null}
      {open?.kind === "reassign" ? (
        <ReassignDialog
          subject={open.subject}
          people={shell.people}
          pending={assign.isPending}
          error={assign.error}
          onChoose={(to) => assign.mutate({ subject: open.subject, to })}
          onClose={close}
        />
      ) : null}
      {person ? (
        <Dialog kind="panel" label={person.name} title={person.name} onClose={close}>
          <PersonNow person={person} people={shell.everybody} />
        </Dialog>
      ) : null}
    </div>
  );
}

type Wish = { subject: Subject; to: Pick<Colleague, "id" | "name"> };

/** @param shown whether a dialog shows a failure itself */
function useAssign(onDone: () => void, shown: boolean) {
  const { t } = useTranslation();
  const say = useProblemText();
  return useMutation({
    mutationFn: ({ subject, to }: Wish) => assignTopic(subject.topic, to.id),
    onSuccess: (_, { to }) => {
      announce(t("say.assigned", { name: to.name }));
      onDone();
    },
    onError: (error) => (shown ? undefined : showToast(say(error))),
  });
}
