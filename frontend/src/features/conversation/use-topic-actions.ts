import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/announce.ts";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { useProblemText } from "../../lib/problem-text.ts";
import { ahead } from "../../lib/time.ts";
import { showToast } from "../../lib/toast.ts";
import type { Colleague, InboxItem } from "../../types/api.ts";
import { assignTopic } from "./api/assign-topic.ts";
import { renameTopic } from "./api/rename-topic.ts";
import { reopenTopic } from "./api/reopen-topic.ts";
import { resolveTopic } from "./api/resolve-topic.ts";
import { snoozeTopic } from "./api/snooze-topic.ts";

type Action =
  | { kind: "assign"; person: Pick<Colleague, "id" | "name"> | null }
  | { kind: "resolve" }
  | { kind: "reopen" }
  | { kind: "snooze"; until: Date }
  | { kind: "rename"; title: string };

function run(topic: string, action: Action): Promise<InboxItem> {
  switch (action.kind) {
    case "assign":
      return assignTopic(topic, action.person?.id ?? null);
    case "resolve":
      return resolveTopic(topic);
    case "reopen":
      return reopenTopic(topic);
    case "snooze":
      return snoozeTopic(topic, action.until.toISOString());
    case "rename":
      return renameTopic(topic, action.title);
  }
}

export type TopicActions = {
  assign: (person: Pick<Colleague, "id" | "name"> | null) => void;
  resolve: () => void;
  reopen: () => void;
  snooze: (until: Date) => void;
  rename: (title: string) => void;
  pending: boolean;
};

/** What can be done with a topic; each answer is the topic as it then is. */
export function useTopicActions(topic: string | null, onItem: (item: InboxItem) => void): TopicActions {
  const { t } = useTranslation();
  const language = useLanguage();
  const sayProblem = useProblemText();
  const mutation = useMutation({
    mutationFn: (action: Action) => (topic ? run(topic, action) : Promise.reject(new Error("no topic"))),
    onSuccess: (item, action) => {
      onItem(item);
      if (action.kind === "assign")
        announce(action.person ? t("say.assigned", { name: action.person.name }) : t("say.unassigned"));
      else if (action.kind === "resolve") announce(t("say.resolved"));
      else if (action.kind === "reopen") announce(t("say.reopened"));
      else if (action.kind === "snooze")
        announce(t("say.snoozed", { time: ahead(action.until.getTime(), Date.now(), language) }));
      else announce(t("say.renamed"));
    },
    onError: (error) => showToast(sayProblem(error)),
  });
  return {
    assign: (person) => mutation.mutate({ kind: "assign", person }),
    resolve: () => mutation.mutate({ kind: "resolve" }),
    reopen: () => mutation.mutate({ kind: "reopen" }),
    snooze: (until) => mutation.mutate({ kind: "snooze", until }),
    rename: (title) => mutation.mutate({ kind: "rename", title }),
    pending: mutation.isPending,
  };
}
