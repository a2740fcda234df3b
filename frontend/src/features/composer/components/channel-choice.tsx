import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { FreeMenu, type MenuItem } from "../../../components/ui/menu.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { usePhone } from "../../../lib/use-media.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { ReplyOption } from "../../../types/api.ts";
import { reasonText } from "../reason-text.ts";
import { wayOf } from "../reply-options.ts";

type ChannelChoiceProps = {
  options: ReplyOption[];
  chosen: ReplyOption | null;
  note: boolean;
  onChoose: (option: ReplyOption) => void;
  onNote: () => void;
};

/** On which channel the answer goes; what cannot be used says why and what to use instead. */
export function ChannelChoice(props: ChannelChoiceProps) {
  return usePhone() ? <ChannelMenu {...props} /> : <ChannelRadios {...props} />;
}

function useNames(options: ReplyOption[]) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const other = options.find((option) => option.available);
  return {
    // Two of one kind need more than their kind: the account's name, or the address.
    name: (option: ReplyOption) => {
      const alike = options.filter((one) => one.channel === option.channel);
      const more = alike.some((one) => one.account !== option.account) ? option.accountName : option.to?.value;
      return alike.length > 1 && more ? `${t(`channel.${option.channel}`)} ${more}` : t(`channel.${option.channel}`);
    },
    reason: (option: ReplyOption) => reasonText(option, now, language, t),
    advice: (option: ReplyOption) => {
      const words = { channel: t(`channel.${option.channel}`), reason: reasonText(option, now, language, t) };
      return other
        ? t("composer.alternative", { ...words, other: t(`channelIn.${other.channel}`) })
        : t("composer.alternativeNone", words);
    },
  };
}

/** Neighbours that cannot be used for one reason say it once, at the end. */
const shared = (option: ReplyOption, next: ReplyOption | undefined) =>
  next?.available === false && next.reason === option.reason && option.reason !== "window-closed";

function ChannelRadios({ options, chosen, note, onChoose, onNote }: ChannelChoiceProps) {
  const { t } = useTranslation();
  const names = useNames(options);
  const group = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(group.current?.querySelectorAll<HTMLElement>("[role=radio]") ?? [])];
    const next = all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length];
    next?.focus();
    if (next?.getAttribute("aria-disabled") !== "true") next?.click();
    next?.focus();
  };
  return (
    <div className="chs" role="radiogroup" aria-label={t("composer.channels")} ref={group} onKeyDown={walk}>
      {options.map((option, index) => {
        const on = !note && chosen !== null && wayOf(option) === wayOf(chosen);
        return (
          <button
            key={wayOf(option)}
            type="button"
            className="ch"
            role="radio"
            aria-checked={on}
            aria-disabled={!option.available}
            tabIndex={on ? 0 : -1}
            title={option.available ? (option.to?.value ?? option.accountName) : names.advice(option)}
            aria-label={option.available ? undefined : names.advice(option)}
            onClick={() => option.available && onChoose(option)}
          >
            <ChannelIcon channel={option.channel} />
            {option.available ? (
              names.name(option)
            ) : (
              <>
                <s>{names.name(option)}</s>
                {shared(option, options[index + 1]) ? null : <span className="why">{names.reason(option)}</span>}
              </>
            )}
          </button>
        );
      })}
      <button
        type="button"
        className="ch r"
        role="radio"
        aria-checked={note}
        tabIndex={note ? 0 : -1}
        title={`${t("composer.note")}, N`}
        onClick={onNote}
      >
        <Icon name="sticky-note" />
        {t("composer.note")}
      </button>
    </div>
  );
}

function ChannelMenu({ options, chosen, note, onChoose, onNote }: ChannelChoiceProps) {
  const { t } = useTranslation();
  const names = useNames(options);
  const items: MenuItem[] = options.map((option) => ({
    kind: "item",
    id: wayOf(option),
    text: names.name(option),
    icon: <ChannelIcon channel={option.channel} />,
    checked: !note && chosen !== null && wayOf(option) === wayOf(chosen),
    disabled: !option.available,
    hint: option.available ? (option.to?.value ?? "") : names.reason(option),
    onChoose: () => onChoose(option),
  }));
  return (
    <div className="chs">
      <FreeMenu
        label={t("composer.channels")}
        items={items}
        place="above-start"
        button={(props) => (
          <button type="button" className="ch" {...props} data-on={!note || undefined}>
            {chosen ? <ChannelIcon channel={chosen.channel} /> : <Icon name="mail-x" />}
            {chosen ? names.name(chosen) : t("composer.channels")}
            <Icon name="chevron-down" small />
          </button>
        )}
      />
      <button type="button" className="ch r" aria-pressed={note} onClick={onNote}>
        <Icon name="sticky-note" />
        {t("composer.note")}
      </button>
    </div>
  );
}
