import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "../../../components/ui/later.tsx";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Department } from "../../../types/api.ts";
import { promisesQuery } from "../api/get-promises.ts";
import { isOpen } from "../state-text.ts";
import { PromiseLine } from "./promise-line.tsx";
import { RequestLines } from "./request-lines.tsx";

const AskDialog = laterDialog(() => import("./ask-dialog.tsx").then((file) => file.AskDialog));

type PromiseSectionProps = {
  conversation: string;
  /** The topic that is shown. */
  topic: string | null;
  departments: Department[];
  /** The customer's last words in it. */
  lastWords: () => string;
};

/** The promises made to a customer, beside the conversation, and what colleagues were asked without one. */
export function PromiseSection({ conversation, topic, departments, lastWords }: PromiseSectionProps) {
  const { t } = useTranslation();
  const how = useHow();
  const promises = useQuery(promisesQuery(conversation));
  const all = promises.data ?? [];
  // Those that are open come first, the earliest at the top.
  const keyed = all[0] && isOpen(all[0]) ? all[0].id : null;
  return (
    <section>
      <h2>
        {t("promise.heading")}
        {all.length > 0 ? <span className="r num">{all.length}</span> : null}
      </h2>
      {promises.isSuccess && all.length === 0 ? <div className="m">{how(t("promise.none"))}</div> : null}
      {all.slice(0, 12).map((promise) => (
        <PromiseLine key={promise.id} promise={promise} words departments={departments} keyed={promise.id === keyed} />
      ))}
      {topic && promises.isSuccess ? (
        <AskedAlone topic={topic} departments={departments} lastWords={lastWords} keyed={keyed === null} />
      ) : null}
    </section>
  );
}

type AskedAloneProps = {
  topic: string;
  departments: Department[];
  lastWords: () => string;
  /** Whether the key is for it: where a promise is open, that is what one asks for. */
  keyed: boolean;
};

/** What colleagues were asked for the answer in this topic, and asking one more. */
function AskedAlone({ topic, departments, lastWords, keyed }: AskedAloneProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  useShortcuts({ "Shift+Q": keyed ? () => setAsking(true) : undefined });
  return (
    <>
      <RequestLines matter={{ topic }} />
      {keyed ? (
        <button
          type="button"
          className="link ask-alone"
          aria-keyshortcuts="Shift+Q"
          title={keyLabel("Shift+Q")}
          onClick={() => setAsking(true)}
        >
          {t("promise.ask.begin")}
        </button>
      ) : null}
      {asking ? (
        <AskDialog
          matter={{ topic }}
          topic={topic}
          excerpt={lastWords()}
          departments={departments}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

type PromiseBelowProps = { conversation: string; promise: string; entry: string; departments: Department[] };

/** What became of the promise an entry of the timeline says; what can be done with it stands below its newest. */
export function PromiseBelow({ conversation, promise, entry, departments }: PromiseBelowProps) {
  const promises = useQuery(promisesQuery(conversation));
  const found = promises.data?.find((one) => one.id === promise);
  if (!found) return null;
  return <PromiseLine promise={found} words={false} newest={found.entry === entry} departments={departments} />;
}
