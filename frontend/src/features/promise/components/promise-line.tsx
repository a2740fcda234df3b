import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { later } from "../../../components/ui/later.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Ring } from "../../../components/ui/ring.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Department } from "../../../types/api.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { keepPromise, releasePromise, renegotiatePromise } from "../api/change-promise.ts";
import { isOpen, stateText } from "../state-text.ts";
import { RequestLines } from "./request-lines.tsx";

const AskDialog = later(() => import("./ask-dialog.tsx").then((file) => file.AskDialog));

const looks: Record<PromiseRecord["state"], string> = {
  open: "",
  "due-soon": " soon",
  late: " late",
  kept: " kept",
  "kept-late": " kept",
  released: "",
};

type PromiseLineProps = { promise: PromiseRecord; words: boolean; departments: Department[] };

/** A promise as it stands, and what can be done with it: kept, moved, let go. Only a person closes it. */
export function PromiseLine({ promise, words, departments }: PromiseLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [asking, setAsking] = useState<"move" | "release" | "ask" | null>(null);
  const change = useChange(promise);
  const say = useProblemText();
  return (
    <div className={`pline${looks[promise.state]}`}>
      {words ? <p className="serif">{promise.action}</p> : null}
      <div className="pl-state">
        <Ring state={promise.state} dueAt={promise.dueAt} now={now} />
        <b>{stateText(promise, t, now, language)}</b>{" "}
        <span>
          {t("promise.by", { channel: t(`channelIn.${promise.channel}`), owner: promise.owner.name })}
          {promise.told === "failed" || promise.told === "unconfirmed" ? (
            <b className="ink">, {t("promise.untold")}</b>
          ) : null}
        </span>
      </div>
      {words && isOpen(promise) ? <RequestLines promise={promise.id} /> : null}
      {isOpen(promise) ? (
        <div className="pl-acts">
          <button
            type="button"
            className="link"
            disabled={change.isPending}
            onClick={() => change.mutate(() => keepPromise(promise.id))}
          >
            {t("promise.keep")}
          </button>
          <button type="button" className="link" onClick={() => setAsking("move")}>
            {t("promise.move")}
          </button>
          <button type="button" className="link" onClick={() => setAsking("release")}>
            {t("promise.release")}
          </button>
          <button type="button" className="link" onClick={() => setAsking("ask")}>
            {t("promise.ask.begin")}
          </button>
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
      {asking === "move" ? (
        <MoveDialog
          promise={promise}
          onClose={() => setAsking(null)}
          onChoose={(dueAt, reason) => {
            setAsking(null);
            change.mutate(() => renegotiatePromise(promise.id, dueAt, reason));
          }}
        />
      ) : null}
      {asking === "ask" ? (
        <AskDialog promise={promise} departments={departments} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "release" ? (
        <ReleaseDialog
          onClose={() => setAsking(null)}
          onChoose={(reason) => {
            setAsking(null);
            change.mutate(() => releasePromise(promise.id, reason));
          }}
        />
      ) : null}
    </div>
  );
}

function useChange(promise: PromiseRecord) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<PromiseRecord>) => work(),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(promise.conversation) }),
  });
}

type MoveDialogProps = {
  promise: PromiseRecord;
  onClose: () => void;
  onChoose: (dueAt: string, reason: string) => void;
};

function MoveDialog({ promise, onClose, onChoose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(() => forField(new Date(Math.max(Date.parse(promise.dueAt), Date.now()) + 3_600_000)));
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() && new Date(at).getTime() > Date.now()) onChoose(new Date(at).toISOString(), reason.trim());
  };
  return (
    <Dialog kind="panel" label={t("promise.moveTitle")} title={t("promise.moveTitle")} onClose={onClose}>
      <form className="prm" onSubmit={submit}>
        <label>
          <span>{t("promise.moment")}</span>
          <input
            className="inp"
            type="datetime-local"
            required
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
        </label>
        <label>
          <span>{t("promise.why")}</span>
          <textarea
            className="inp"
            data-first
            rows={2}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="m">{t("promise.moveExplained", { channel: t(`channelIn.${promise.channel}`) })}</p>
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit">
            {t("promise.moveAndTell")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function ReleaseDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onChoose(reason.trim());
  };
  return (
    <Dialog kind="panel" label={t("promise.releaseTitle")} title={t("promise.releaseTitle")} onClose={onClose}>
      <form className="prm" onSubmit={submit}>
        <label>
          <span>{t("promise.why")}</span>
          <textarea
            className="inp"
            data-first
            rows={2}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="m">{t("promise.releaseExplained")}</p>
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="line" type="submit">
            {t("promise.release")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** A moment as a field for local date and time wants it. */
function forField(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
