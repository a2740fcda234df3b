import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "../../../components/ui/later.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Ring } from "../../../components/ui/ring.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Department } from "../../../types/api.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { keepPromise } from "../api/change-promise.ts";
import { isOpen, isUntold, stateText } from "../state-text.ts";
import { PromiseLife } from "./promise-life.tsx";
import { RequestLines } from "./request-lines.tsx";

const MoveDialog = laterDialog(() => import("./move-dialog.tsx").then((file) => file.MoveDialog));
const AskDialog = laterDialog(() => import("./ask-dialog.tsx").then((file) => file.AskDialog));
const ReleaseDialog = laterDialog(() => import("./release-dialog.tsx").then((file) => file.ReleaseDialog));

const looks: Record<PromiseRecord["state"], string> = {
  open: "",
  "due-soon": " soon",
  late: " late",
  kept: " kept",
  "kept-late": " kept",
  released: "",
};

type PromiseLineProps = {
  promise: PromiseRecord;
  words: boolean;
  /** Whether nothing was said of it since: what can be done with it stands below its newest words. */
  newest?: boolean;
  departments: Department[];
  /** Whether the keys are for it: those of one promise at a time. */
  keyed?: boolean;
};

/** A promise as it stands, and what can be done with it: kept, moved, let go. Only a person closes it. */
export function PromiseLine({ promise, words, newest = true, departments, keyed = false }: PromiseLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [asking, setAsking] = useState<"move" | "release" | "ask" | null>(null);
  const change = useChange(promise);
  const say = useProblemText();
  const keep = () => change.mutate(() => keepPromise(promise.id));
  useShortcuts(
    keyed
      ? {
          "Shift+K": keep,
          "Shift+T": () => setAsking("move"),
          "Shift+L": () => setAsking("release"),
          "Shift+Q": () => setAsking("ask"),
        }
      : {},
  );
  return (
    <div className={`pline${looks[promise.state]}`}>
      {words ? <p className="serif">{promise.action}</p> : null}
      <div className="pl-state">
        <span className="how">
          <Ring state={promise.state} dueAt={promise.dueAt} now={now} />
          <b>{stateText(promise, t, now, language)}</b>
        </span>{" "}
        <span>
          {t("promise.by", { channel: t(`channelIn.${promise.channel}`), owner: promise.owner.name })}
          {isUntold(promise) ? <b className="ink">, {t("promise.untold")}</b> : null}
        </span>
      </div>
      {words ? <PromiseLife promise={promise} /> : null}
      {words && isOpen(promise) ? <RequestLines matter={{ promise: promise.id }} /> : null}
      {isOpen(promise) && !newest ? null : isOpen(promise) ? (
        <div className="pl-acts">
          <Act keys={keyed ? "Shift+K" : null} disabled={change.isPending} onClick={keep}>
            {t("promise.keep")}
          </Act>
          <Act keys={keyed ? "Shift+T" : null} onClick={() => setAsking("move")}>
            {t("promise.move")}
          </Act>
          <Act keys={keyed ? "Shift+L" : null} onClick={() => setAsking("release")}>
            {t("promise.release")}
          </Act>
          <Act keys={keyed ? "Shift+Q" : null} onClick={() => setAsking("ask")}>
            {t("promise.ask.begin")}
          </Act>
          <a className="link" href={promise.statusUrl} target="_blank" rel="noreferrer">
            {t("promise.page")}
          </a>
        </div>
      ) : (
        <div className="m">
          {promise.reason ? `${promise.reason} ` : ""}
          {promise.closedAt ? <Moment at={promise.closedAt}>{when(promise.closedAt, now, language)}</Moment> : null}
        </div>
      )}
      {change.isError ? (
        <p className="b" role="alert">
          {say(change.error)}
        </p>
      ) : null}
      {asking === "move" ? <MoveDialog promise={promise} onClose={() => setAsking(null)} /> : null}
      {asking === "ask" ? (
        <AskDialog
          matter={{ promise: promise.id }}
          topic={promise.topic}
          excerpt={promise.heard}
          departments={departments}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === "release" ? <ReleaseDialog promise={promise} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}

type ActProps = { keys: string | null; disabled?: boolean; onClick: () => void; children: ReactNode };

function Act({ keys, children, ...rest }: ActProps) {
  return (
    <button
      type="button"
      className="link"
      aria-keyshortcuts={keys ?? undefined}
      title={keys ? keyLabel(keys) : undefined}
      {...rest}
    >
      {children}
    </button>
  );
}

function useChange(promise: PromiseRecord) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<PromiseRecord>) => work(),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(promise.conversation) }),
  });
}
