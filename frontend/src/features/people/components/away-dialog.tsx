import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead } from "../../../lib/time.ts";
import { useOpening } from "../../../lib/use-opening.ts";
import { type AwayReason, awayReasons, type PresenceWish } from "../../../types/api.ts";
import { type AwayMoment, awayMoments } from "../away-moments.ts";

type AwayDialogProps = {
  /** Whose absence it is, if it is not one's own. */
  name?: string;
  /** The calendar they come back by. */
  calendar: string;
  onSay: (wish: PresenceWish) => void;
  onClose: () => void;
};

/** Why somebody is away, and when they expect to be back: two choices, then Enter. */
export function AwayDialog({ name, calendar, onSay, onClose }: AwayDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [now] = useState(() => new Date());
  const [reason, setReason] = useState<AwayReason>("break");
  const [back, setBack] = useState<AwayMoment["name"] | "unknown" | "own">("unknown");
  const [own, setOwn] = useState("");
  const [note, setNote] = useState("");
  const tomorrow = useOpening({ calendar }, "tomorrow", true);
  const monday = useOpening({ calendar }, "monday", true);
  const moments = awayMoments(now, tomorrow, monday);
  const title = name ? t("presence.awayOf", { name }) : t("presence.awayTitle");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = back === "own" ? new Date(own) : moments.find((one) => one.name === back)?.at;
    onSay({
      state: "away",
      reason,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(until ? { until: until.toISOString() } : {}),
    });
    onClose();
  };
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <OneOf
          label={t("presence.why")}
          value={reason}
          choices={awayReasons.map((one) => ({
            value: one,
            text: one === "other" ? t("presence.otherReason") : t(`presence.reason.${one}`),
          }))}
          onChoose={setReason}
          first
        />
        <OneOf
          label={t("presence.backAt")}
          value={back}
          choices={[
            { value: "unknown" as const, text: t("presence.unknown") },
            ...moments.map((one) => ({
              value: one.name,
              text: ahead(one.at.getTime(), now.getTime(), language),
            })),
            { value: "own" as const, text: t("presence.own") },
          ]}
          onChoose={setBack}
        />
        {back === "own" ? (
          <input
            className="inp"
            type="datetime-local"
            required
            aria-label={t("presence.backAt")}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
        ) : null}
        <input
          className="inp"
          maxLength={80}
          aria-label={t("presence.note")}
          placeholder={t("presence.note")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="m">{name ? t("presence.awayOfMeans", { name }) : t("presence.awayMeans")}</p>
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit">
            {name ? t("presence.setAway") : t("presence.goAway")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
