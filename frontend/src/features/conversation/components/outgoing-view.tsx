import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import type { Outgoing } from "../../../lib/outbox.ts";
import { clock, exact } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Channel } from "../../../types/api.ts";
import type { Space } from "../timeline-items.ts";
import { Speaker } from "./speaker.tsx";

export type OutgoingActions = {
  onAgain: (one: Outgoing) => void;
  onEdit: (one: Outgoing) => void;
};

type OutgoingViewProps = {
  one: Outgoing;
  glyph: Channel | "note" | null;
  space: Space;
  position: number;
  actions: OutgoingActions;
};

/** A message that the server has not confirmed yet; when that fails it stays, with what can be done. */
export function OutgoingView({ one, glyph, space, position, actions }: OutgoingViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const note = one.kind === "note";
  const slow = one.state === "sending" && now - Date.parse(one.at) > 3_000;
  return (
    <article
      className={`e ${note ? "note" : "us"} ${space} leaving`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: articles of a feed take the focus
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={-1}
      aria-label={t("delivery.local")}
    >
      <time dateTime={one.at} title={exact(one.at, language)}>
        {clock(one.at, language)}
      </time>
      <span className="g">
        {glyph === "note" ? <Icon name="sticky-note" /> : glyph ? <ChannelIcon channel={glyph} /> : null}
      </span>
      <Speaker name={one.author.name} us={!note} />
      <div className="bd">
        {note ? <div className="ask">{t("conversation.internal")}</div> : null}
        <div className="tx">{one.text}</div>
        {one.attachments.map((file) => (
          <div key={file.id} className="meta">
            {file.name}
          </div>
        ))}
        {one.state === "failed" ? (
          <div className="fail" role="alert">
            <b>
              {one.reason
                ? t("delivery.localFailedReason", { reason: one.reason.replace(/\.$/, "") })
                : t("delivery.localFailed")}
              .
            </b>
            <button type="button" className="link" onClick={() => actions.onAgain(one)}>
              {t("conversation.retry")}
            </button>
            <button type="button" className="link" onClick={() => actions.onEdit(one)}>
              {t("conversation.edit")}
            </button>
          </div>
        ) : slow ? (
          <span className="dl told">{t("delivery.local")}</span>
        ) : null}
      </div>
    </article>
  );
}
