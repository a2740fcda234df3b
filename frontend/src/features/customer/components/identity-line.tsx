import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { FreeMenu, type MenuItem } from "../../../components/ui/menu.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { exact, when } from "../../../lib/time.ts";
import type { Channel, Identity } from "../../../types/api.ts";
import { shareIdentity } from "../api/share-identity.ts";
import { identityText, kindText } from "../identity-text.ts";

const channelOf: Record<string, Channel | "globe"> = {
  email: "email",
  phone: "sms",
  whatsapp: "whatsapp",
  visitor: "globe",
  messenger: "messenger",
  instagram: "instagram",
  telegram: "telegram",
};

type IdentityLineProps = {
  customer: string;
  identity: Identity;
  /** The last one cannot be taken off: nobody would be left. */
  only: boolean;
  now: number;
  onDetach: () => void;
};

/** An address, how well it is proven and by what, and when it was last heard from. */
export function IdentityLine({ customer, identity, only, now, onDetach }: IdentityLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const share = useMutation({
    mutationFn: (shared: boolean) => shareIdentity(customer, identity.id, shared),
    onSuccess: (_, shared) => announce(t(shared ? "customer.nowShared" : "customer.nowOnes")),
  });
  const channel = channelOf[identity.kind] ?? "custom";
  const shape = { claimed: "lv", observed: "lv obs", verified: "lv ver" }[identity.level];
  const text = identityText(identity, t);
  const proof = identity.proof
    ? t(`customer.proof.${identity.proof.how}`, { time: when(identity.proof.at, now, language) })
    : null;
  const facts = [
    identity.shared ? t("customer.sharedFact") : null,
    proof,
    identity.lastSeen ? t("customer.lastSeen", { time: when(identity.lastSeen, now, language) }) : null,
  ].filter(Boolean);
  const items: MenuItem[] = [
    {
      kind: "item",
      id: "shared",
      text: t("customer.share"),
      checked: identity.shared,
      toggle: true,
      onChoose: () => share.mutate(!identity.shared),
    },
    {
      kind: "item",
      id: "detach",
      text: `${t("customer.detach")}…`,
      disabled: only,
      ...(only ? { hint: t("customer.detachOnly") } : {}),
      onChoose: () => setTimeout(onDetach, 0),
    },
  ];
  return (
    <>
      <div className="idn">
        {channel === "globe" ? <Icon name="globe" /> : <ChannelIcon channel={channel} />}
        <span className="num" title={`${kindText(identity.kind, t)}, ${identity.value}`}>
          <span className="sr">{kindText(identity.kind, t)} </span>
          {text}
        </span>
        <span className={shape} title={proof ?? t(`customer.levelTitle.${identity.level}`)}>
          {t(`customer.level.${identity.level}`)}
        </span>
        {identity.level === "claimed" ? (
          <span />
        ) : (
          <FreeMenu
            label={t("customer.addressMenu", { address: text })}
            place="below-end"
            items={items}
            button={(button) => (
              <button
                type="button"
                className="btn ic idn-more"
                aria-label={t("customer.addressMenu", { address: text })}
                {...button}
              >
                <Icon name="ellipsis" small />
              </button>
            )}
          />
        )}
        {facts.length > 0 ? (
          <span className="idn-facts" title={identity.lastSeen ? exact(identity.lastSeen, language) : undefined}>
            {facts.join(", ")}
          </span>
        ) : null}
      </div>
      {share.isError ? (
        <p className="fault" role="alert">
          {say(share.error)}
        </p>
      ) : null}
    </>
  );
}
