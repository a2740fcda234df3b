import { memo } from "react";
import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Ring } from "../../../components/ui/ring.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { exact } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { isOpen, isUntold, stateText } from "../state-text.ts";

export const promiseRowId = (promise: string) => `promise-${promise}`;

const looks: Partial<Record<PromiseRecord["state"], string>> = { "due-soon": "ochre b", late: "red b", kept: "moss" };

type PromiseRowProps = {
  promise: PromiseRecord;
  me: string;
  selected: boolean;
  last: boolean;
  position: number;
  size: number;
  onOpen: (promise: PromiseRecord) => void;
};

/** A promise in a list: to whom and by when, what, in which matter; whose it is, and whom it waits for. */
export const PromiseRow = memo(function PromiseRow(props: PromiseRowProps) {
  const { promise, me, selected, last, position, size, onOpen } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const late = promise.state === "late";
  const names = ["row", "pr"];
  if (late) names.push("late");
  if (last) names.push("pre");
  if (!isOpen(promise)) names.push("gone");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox points at it with aria-activedescendant
    <div
      id={promiseRowId(promise.id)}
      className={names.join(" ")}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={size}
      onClick={() => onOpen(promise)}
    >
      {late ? <i className="run" /> : null}
      <span className="nm" dir="auto">
        {fullName(promise.customer.name) || t("customer.nameless")}
      </span>
      <span className={`by ${looks[promise.state] ?? "m2"}`} title={exact(promise.dueAt, language)}>
        <Ring state={promise.state} dueAt={promise.dueAt} now={now} />
        <span className="num">{stateText(promise, t, now, language)}</span>
      </span>
      <span className="pv serif" dir="auto">
        {promise.action}
      </span>
      <span className="mt">
        <ChannelIcon channel={promise.channel} />
        <span className="sr">{t(`channel.${promise.channel}`)}</span>
        <span className="tp" dir="auto">
          {promise.topicTitle}
        </span>
        {isUntold(promise) ? (
          <span className="r b ink">{t("promise.list.untold")}</span>
        ) : promise.waitsFor && isOpen(promise) ? (
          <span className="r m2">{t("promise.list.waitsFor", { name: promise.waitsFor })}</span>
        ) : promise.owner.id !== me ? (
          <span className="r who-has">{promise.owner.name}</span>
        ) : null}
      </span>
    </div>
  );
});
