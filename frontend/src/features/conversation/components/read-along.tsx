import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { fullName } from "../../../lib/format.ts";
import type { QueueRef } from "../../../types/api.ts";
import { conversationQuery } from "../api/get-conversation.ts";
import { entriesQuery } from "../api/get-entries.ts";
import { entriesOf } from "../cache.ts";
import { Timeline } from "./timeline.tsx";

type ReadAlongProps = {
  conversation: string;
  topic: string;
  queues: QueueRef[];
  onOpen: () => void;
  onTake: () => void;
};

const nothing = () => undefined;
const noActions = {
  onMove: nothing,
  onRetry: nothing,
  onOther: nothing,
  onAgain: nothing,
  onEdit: nothing,
  onEntry: nothing,
};

/** A conversation as it goes on, for somebody who only looks over a shoulder: nothing counts as read by it. */
export function ReadAlong({ conversation, topic, queues, onOpen, onTake }: ReadAlongProps) {
  const { t } = useTranslation();
  const head = useQuery(conversationQuery(conversation));
  const pages = useInfiniteQuery(entriesQuery(conversation, null));
  const entries = useMemo(() => entriesOf(pages.data), [pages.data]);
  const topics = head.data?.topics ?? [];
  const shown = topics.find((one) => one.id === topic);
  if (head.isError || pages.isError)
    return (
      <Trouble
        what={t("conversation.failed")}
        error={head.error ?? pages.error}
        onRetry={() => void Promise.all([head.refetch(), pages.refetch()])}
      />
    );
  return (
    <div className="reading conv">
      <header>
        <h2 dir="auto">{head.data ? fullName(head.data.customer.name) || t("customer.nameless") : ""}</h2>
        <p className="m" dir="auto">
          {[shown?.title, shown?.assigneeName ?? t("board.nobody")].filter(Boolean).join(" · ")}
        </p>
      </header>
      {pages.isSuccess && head.data ? (
        <Timeline
          key={conversation}
          entries={entries}
          outgoing={[]}
          unread={false}
          topicTitle={(id) => <b>{topics.find((one) => one.id === id)?.title ?? ""}</b>}
          titleOf={(id) => topics.find((one) => one.id === id)?.title ?? ""}
          manyTopics={topics.length > 1}
          customerLanguage={head.data.customer.language}
          queues={queues}
          more={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
          onSeen={nothing}
          typing={null}
          actions={{ ...noActions, conversation }}
        />
      ) : (
        <div className="page" aria-busy="true" />
      )}
      <footer>
        <Button look="line" onClick={onTake}>
          {t("board.takeOver")}
        </Button>
        <Button look="line" data-first onClick={onOpen}>
          {t("board.open")}
        </Button>
      </footer>
    </div>
  );
}
