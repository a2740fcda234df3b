import { useQueryClient } from "@tanstack/react-query";
import { type EntryData, lastWordsOf } from "../../features/conversation/cache.ts";
import { CustomerPanel } from "../../features/customer/components/customer-panel.tsx";
import type { CustomerDialog } from "../../features/customer/dialogs.ts";
import { KnownSection } from "../../features/fact/components/known-section.tsx";
import { NoticedSection, SiteSection } from "../../features/journey/components/site-section.tsx";
import { OccasionHere } from "../../features/occasion/components/occasion-here.tsx";
import { PromiseSection } from "../../features/promise/components/promise-section.tsx";
import { queryKeys } from "../../lib/query-keys.ts";
import type { Conversation, Department } from "../../types/api.ts";
import type { Leading } from "../use-leading.ts";

type CustomerColumnProps = {
  conversation: string;
  head: Conversation | undefined;
  /** The topic that is shown. */
  topic: string | null;
  departments: Department[];
  facts: Leading;
  /** Takes a question into the answer that is being written. */
  onAsk: (question: string) => void;
  onDialog: (dialog: CustomerDialog) => void;
  /** Leads to the entry that says something. */
  onSource: (entry: string) => void;
  onTopic: (topic: { id: string }) => void;
  onOther: (conversation: string) => void;
};

/** The right column: who the customer is, what was promised to them, what they did and told us. */
export function CustomerColumn(props: CustomerColumnProps) {
  const { conversation, head, facts } = props;
  const client = useQueryClient();
  const customer = head?.customer.id;
  return (
    <CustomerPanel
      data={head}
      promises={
        <PromiseSection
          conversation={conversation}
          topic={props.topic}
          departments={props.departments}
          lastWords={() => {
            const entries = client.getQueryData<EntryData>(queryKeys.entries(conversation, null));
            return props.topic ? lastWordsOf(entries, props.topic) : "";
          }}
        />
      }
      site={customer ? <SiteSection conversation={conversation} customer={customer} /> : null}
      known={
        customer ? (
          <>
            <KnownSection
              conversation={conversation}
              customer={customer}
              aim={facts.aim && "kind" in facts.aim ? facts.aim : null}
              spoken={head?.customer.language ?? null}
              onAsk={props.onAsk}
              onSource={props.onSource}
            />
            <NoticedSection conversation={conversation} customer={customer} />
            <OccasionHere conversation={conversation} />
          </>
        ) : null
      }
      onDialog={props.onDialog}
      onOther={props.onOther}
      topic={props.topic}
      onTopic={props.onTopic}
    />
  );
}
