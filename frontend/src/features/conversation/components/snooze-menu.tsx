import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Menu, type MenuItem } from "../../../components/ui/menu.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead, clock } from "../../../lib/time.ts";
import { useOpening } from "../../../lib/use-opening.ts";
import { snoozeMoments } from "../snooze-moments.ts";
import type { TopicActions } from "../use-topic-actions.ts";

type SnoozeMenuProps = {
  topic: string;
  actions: Pick<TopicActions, "snooze" | "reopen">;
  snoozed: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** When a matter that can wait comes back: a few moments people mean, or one of their own. */
export function SnoozeMenu({ topic, actions, snoozed, open, onOpenChange }: SnoozeMenuProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [picking, setPicking] = useState(false);
  const now = new Date();
  const tomorrow = useOpening({ topic }, "tomorrow", open);
  const monday = useOpening({ topic }, "monday", open);
  const items: MenuItem[] = [
    { kind: "label", text: t("snooze.title") },
    ...snoozeMoments(now, tomorrow, monday).map(
      ({ name, at }): MenuItem => ({
        kind: "item",
        id: name,
        text: t(`snooze.${name}`),
        // The day is named already, except of a Monday and of the next opening.
        aside:
          name === "monday" || name === "opening"
            ? ahead(at.getTime(), now.getTime(), language)
            : clock(at.getTime(), language),
        onChoose: () => actions.snooze(at),
      }),
    ),
    { kind: "item", id: "pick", text: t("snooze.pick"), onChoose: () => setPicking(true) },
    ...(snoozed ? [{ kind: "item" as const, id: "wake", text: t("snooze.wake"), onChoose: actions.reopen }] : []),
  ];
  return (
    <>
      <Menu
        label={t("snooze.title")}
        items={items}
        place="below-end"
        open={open}
        onOpenChange={onOpenChange}
        button={(button) => <IconButton icon="alarm-clock" label={t("snooze.snooze")} keys="s" {...button} />}
      />
      {picking ? (
        <MomentDialog
          onClose={() => setPicking(false)}
          onChoose={(at) => {
            setPicking(false);
            actions.snooze(at);
          }}
        />
      ) : null}
    </>
  );
}

const longest = 365 * 86_400_000;

function MomentDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (at: Date) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(() => forField(snoozeMoments(new Date())[1]?.at ?? new Date()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = new Date(value);
    const ahead = at.getTime() - Date.now();
    if (ahead > 0 && ahead < longest) onChoose(at);
  };
  const now = Date.now();
  return (
    <Dialog kind="panel" label={t("snooze.title")} title={t("snooze.title")} onClose={onClose}>
      <form className="move" onSubmit={submit}>
        <input
          className="inp"
          data-first
          type="datetime-local"
          required
          aria-label={t("snooze.moment")}
          min={forField(new Date(now + 60_000))}
          max={forField(new Date(now + longest))}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <p className="m">{t("snooze.explained")}</p>
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="line" type="submit">
            {t("snooze.snooze")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** A moment as a field for local date and time wants it. */
function forField(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
