import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { type FormEvent, Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { clock, exact } from "../../../lib/time.ts";
import type { Channel } from "../../../types/api.ts";
import type { Handover, HandoverWay } from "../../../types/handover.ts";
import { createHandover } from "../api/create-handover.ts";
import { handoverWaysQuery } from "../api/get-handover-ways.ts";
import { HandoverShown } from "./handover-shown.tsx";

type HandoverDialogProps = {
  conversation: string;
  topic: string;
  customerName: string;
  /** Who the customer is, for whoever leads them on. */
  about?: ReactNode;
  onClose: () => void;
};

/** Where the customer can go from here; one choice tells them, and shows what proves it. */
export function HandoverDialog({ conversation, topic, customerName, about, onClose }: HandoverDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const ways = useQuery(handoverWaysQuery(conversation, topic));
  const [made, setMade] = useState<Handover | null>(null);
  const [typing, setTyping] = useState<Channel | null>(null);
  const clientIds = useRef(new Map<string, string>());
  const offer = useMutation({
    mutationFn: ({ to, address }: { to: Channel; address?: string }) => {
      // The same choice again is the same offer.
      const key = `${to} ${address ?? ""}`;
      const clientId = clientIds.current.get(key) ?? crypto.randomUUID();
      clientIds.current.set(key, clientId);
      return createHandover(conversation, { to, topic, clientId, ...(address ? { address } : {}) });
    },
    onSuccess: (handover) => {
      void client.invalidateQueries({ queryKey: queryKeys.handovers(conversation) });
      announce(t("handover.offered", { channel: t(`channelIn.${handover.to}`) }));
      setMade(handover);
    },
  });
  const choose = (way: HandoverWay) => {
    if (way.how === "write" && way.to === "email" && !way.proven) setTyping(way.to);
    else if (way.available && !offer.isPending) offer.mutate({ to: way.to });
  };
  const from = ways.data?.from;
  return (
    <Dialog kind="panel" label={t("handover.title")} title={t("handover.title")} onClose={onClose}>
      <div className="hov">
        {made ? (
          <HandoverShown conversation={conversation} handover={made} customerName={customerName} onClose={onClose} />
        ) : ways.isError ? (
          <Trouble what={t("handover.failed")} error={ways.error} onRetry={() => void ways.refetch()} />
        ) : (
          <>
            <p className="m">
              {from ? t("handover.where", { name: fullName(customerName), channel: t(`channelIn.${from}`) }) : " "}{" "}
              {about}
            </p>
            <WayList
              ways={ways.data?.items ?? []}
              typing={typing}
              busy={offer.isPending}
              onChoose={choose}
              onTyped={(to, address) => offer.mutate({ to, address })}
            />
            {offer.isError ? (
              <p className="b" role="alert">
                {say(offer.error)}
              </p>
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}

const reasons = ["not-connected", "other-brand", "switched-off"] as const;

type WayListProps = {
  ways: HandoverWay[];
  typing: Channel | null;
  busy: boolean;
  onChoose: (way: HandoverWay) => void;
  onTyped: (to: Channel, address: string) => void;
};

function WayList({ ways, typing, busy, onChoose, onTyped }: WayListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>("button.hov-way") ?? [])];
    all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus();
  };
  const reachable = ways.filter((way) => way.available || way.reason === "no-address");
  return (
    <ul ref={list} onKeyDown={walk} aria-busy={busy}>
      {reachable.map((way, index) => (
        <li key={way.to}>
          <button
            type="button"
            className="hov-way"
            {...(index === 0 ? { "data-first": true } : {})}
            aria-disabled={busy}
            onClick={() => onChoose(way)}
          >
            <ChannelIcon channel={way.to} />
            <b>{t(`channel.${way.to}`)}</b>
            <small>
              {wayText(way, t)}
              {way.wished ? ` ${t("promise.wished")}` : ""}
              {way.quietUntil ? (
                <b className="ochre" title={exact(way.quietUntil, language)}>
                  {" "}
                  {t("handover.quiet", { time: clock(way.quietUntil, language) })}
                </b>
              ) : null}
            </small>
            {way.suggested ? <span className="ochre">{t(`handover.suggested.${suggestion(way)}`)}</span> : null}
          </button>
          {typing === way.to ? <AddressForm way={way} busy={busy} onTyped={onTyped} /> : null}
        </li>
      ))}
      {reasons.map((reason) => (
        <Off key={reason} reason={reason} ways={ways.filter((way) => !way.available && way.reason === reason)} />
      ))}
    </ul>
  );
}

/** Ways that nobody can take now, for one reason, which is said once. */
function Off({ reason, ways }: { reason: (typeof reasons)[number]; ways: HandoverWay[] }) {
  const { t } = useTranslation();
  if (ways.length === 0) return null;
  return (
    <li className="hov-off m" title={ways[0]?.reasonText ?? undefined}>
      {t(`handover.off.${reason}`)}{" "}
      {ways.map((way, index) => (
        <Fragment key={way.to}>
          {index > 0 ? ", " : ""}
          <s>{t(`channel.${way.to}`)}</s>
        </Fragment>
      ))}
    </li>
  );
}

function suggestion(way: HandoverWay): "window-closed" | "failed" | "unread" {
  return way.suggested === "failed" || way.suggested === "unread" ? way.suggested : "window-closed";
}

function wayText(way: HandoverWay, t: TFunction): string {
  if (way.how !== "write") return t(`handover.how.${way.how}`);
  if (!way.address) return t("handover.how.ask");
  return t(way.proven ? "handover.how.write" : "handover.how.typed", { address: readableNumber(way.address) });
}

/** An address nobody has proven is looked at once more before anything goes there. */
function AddressForm({ way, busy, onTyped }: { way: HandoverWay; busy: boolean; onTyped: WayListProps["onTyped"] }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(way.address ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() && !busy) onTyped(way.to, address.trim());
  };
  return (
    <form className="hov-ask" onSubmit={submit}>
      <label>
        <span>{t("handover.address")}</span>
        <input
          className="inp"
          type="email"
          required
          // biome-ignore lint/a11y/noAutofocus: it was asked for by choosing the line above
          autoFocus
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <Button look="primary" type="submit" aria-disabled={busy}>
        {t("handover.sendMail")}
      </Button>
    </form>
  );
}
