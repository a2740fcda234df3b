import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ComponentProps, useMemo, useState } from "react";
import { laterDialog } from "../components/ui/later.tsx";
import { LettersHeld } from "../components/ui/letters-held.tsx";
import { replyOptionsQuery } from "../features/composer/api/get-reply-options.ts";
import { draftSaid } from "../features/composer/drafts.ts";
import { entriesQuery } from "../features/conversation/api/get-entries.ts";
import { lastWordsOf } from "../features/conversation/cache.ts";
import type { CustomerDialog } from "../features/customer/dialogs.ts";
import { PersonaHint } from "../features/fact/components/persona-hint.tsx";
import { type BegunPromise, nothingBegun } from "../features/promise/begun-promise.ts";
import { shortName } from "../lib/format.ts";
import type { Conversation, ConversationTopic, Entry, Person } from "../types/api.ts";

const CallDialog = laterDialog(() =>
  import("../features/call/components/call-dialog.tsx").then((file) => file.CallDialog),
);
const CustomerDialogs = laterDialog(() =>
  import("../features/customer/components/customer-dialogs.tsx").then((file) => file.CustomerDialogs),
);
const HandoverDialog = laterDialog(() =>
  import("../features/handover/components/handover-dialog.tsx").then((file) => file.HandoverDialog),
);
const PromiseDialog = laterDialog(() =>
  import("../features/promise/components/promise-dialog.tsx").then((file) => file.PromiseDialog),
);

/** What is asked about the conversation that is open. */
type Asked =
  | { kind: "promise"; begun: BegunPromise }
  | { kind: "handover" }
  | { kind: "call" }
  | { kind: "customer"; dialog: CustomerDialog };

/** Which dialog is open: one at a time. */
export function useDialogs() {
  const [asked, setAsked] = useState<Asked | null>(null);
  return useMemo(
    () => ({
      asked,
      close: () => setAsked(null),
      promise: (begun: BegunPromise = nothingBegun) => setAsked({ kind: "promise", begun }),
      handOver: () => setAsked({ kind: "handover" }),
      call: () => setAsked({ kind: "call" }),
      customer: (dialog: CustomerDialog | null) => setAsked(dialog && { kind: "customer", dialog }),
    }),
    [asked],
  );
}

export type Dialogs = ReturnType<typeof useDialogs>;

type WorkspaceDialogsProps = {
  dialogs: Dialogs;
  head: Conversation;
  topic: ConversationTopic | undefined;
  me: Person;
  /** Where one enters one’s own phone. */
  onPhone: () => void;
  /** Goes back to the list, since there is nobody any more. */
  onErased: () => void;
  seen: () => string | undefined;
  onEntry: (conversation: string, entry: Entry) => void;
  onOpen: (conversation: string, topic: string | null) => void;
};

/** The dialogs of the workspace; each is loaded when it is first asked for. */
export function WorkspaceDialogs({ dialogs, head, topic, ...props }: WorkspaceDialogsProps) {
  const { asked, close } = dialogs;
  const conversation = head.id;
  if (asked?.kind === "customer") {
    return (
      <CustomerDialogs
        customer={head.customer}
        topics={head.topics}
        dialog={asked.dialog}
        onDialog={dialogs.customer}
        onErased={props.me.roles.includes("administrator") ? props.onErased : undefined}
        onOpen={(to, at) => props.onOpen(to, at ?? null)}
      />
    );
  }
  if (!asked || !topic) return null;
  const persona = <PersonaHint conversation={conversation} customer={head.customer.id} />;
  switch (asked.kind) {
    case "promise":
      return (
        <Promising
          conversation={conversation}
          topic={topic.id}
          customerName={head.customer.name}
          customerLanguage={head.customer.language}
          begun={asked.begun}
          channel={topic.channel}
          me={props.me.id}
          seen={props.seen}
          about={persona}
          onMade={() => draftSaid(conversation, asked.begun.draft)}
          onClose={close}
        />
      );
    case "handover":
      return (
        <HandoverDialog
          conversation={conversation}
          topic={topic.id}
          customerName={shortName(head.customer.name)}
          about={persona}
          onClose={close}
        />
      );
    case "call":
      return (
        <Calling
          conversation={conversation}
          topic={topic.id}
          customer={head.customer}
          phone={props.me.phone}
          onPhone={props.onPhone}
          onPlaced={(entry) => props.onEntry(conversation, entry)}
          onClose={close}
        />
      );
  }
}

/** What was heard is proposed from their last words: whoever asks before those are here has the form as soon as they are. */
function Promising(props: Omit<ComponentProps<typeof PromiseDialog>, "lastWords">) {
  const entries = useInfiniteQuery(entriesQuery(props.conversation, null));
  if (entries.isPending) return <LettersHeld />;
  return <PromiseDialog {...props} lastWords={lastWordsOf(entries.data, props.topic)} />;
}

/** Whether a call would disturb them is known where the ways to answer them are; it is asked anew, for hours pass. */
function Calling(props: Omit<ComponentProps<typeof CallDialog>, "quietUntil">) {
  const options = useQuery({ ...replyOptionsQuery(props.conversation, props.topic), refetchOnMount: "always" });
  const spoken = options.data?.options.find((option) => option.channel === "voice");
  return <CallDialog {...props} quietUntil={spoken?.quietUntil ?? null} />;
}
