import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/announce.ts";
import { useProblemText } from "../../lib/problem-text.ts";
import type { Colleague, InboxItem } from "../../types/api.ts";
import { assignTopic } from "./api/assign-topic.ts";
import { renameTopic } from "./api/rename-topic.ts";
import { reopenTopic } from "./api/reopen-topic.ts";
import { resolveTopic } from "./api/resolve-topic.ts";

type Action =
  | { kind: "assign"; person: Pick<Colleague, "id" | "name"> | null }
  | { kind: "resolve" }
  | { kind: "reopen" }
  | { kind: "rename"; title: string };

function run(topic: string, action: Action): Promise<InboxItem> {
  switch (action.kind) {
    case "assign":
      return assignTopic(topic, action.person?.id ?? null);
    case "resolve":
      return resolveTopic(topic);
    case "reopen":
      return reopenTopic(topic);
    case "rename":
      return renameTopic(topic, action.title);
  }
}

export type TopicActions = {
  assign: (person: Pick<Colleague, "id" | "name"> | null) => void;
  resolve: () => void;
  reopen: () => void;
  rename: (title: string) => void;
  pending: boolean;
};

/** What can be done with a topic; each answer is the topic as it then is. */
export function useTopicActions(topic: string | null, onItem: (item: InboxItem) => void): TopicActions {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const mutation = useMutation({
    mutationFn: (action: Action) => (topic ? run(topic, action) : Promise.reject(new Error("no topic"))),
    onSuccess: (item, action) => {
      onItem(item);
      if (action.kind === "assign")
        announce(action.person ? t("say.assigned", { name: action.person.name }) : t("say.unassigned"));
      else if (action.kind === "resolve") announce(t("say.resolved"));
      else if (action.kind === "reopen") announce(t("say.reopened"));
      else announce(t("say.renamed"));
    },
    onError: (error) => announce(sayProblem(error)),
  });
  return {
    assign: (person) => mutation.mutate({ kind: "assign", person }),
    resolve: () => mutation.mutate({ kind: "resolve" }),
    reopen: () => mutation.mutate({ kind: "reopen" }),
    rename: (title) => mutation.mutate({ kind: "rename", title }),
    pending: mutation.isPending,
  };
}
