import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { left } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Handover } from "../../../types/handover.ts";
import { handoversQuery } from "../api/get-handovers.ts";
import { QrPicture } from "./qr-picture.tsx";

type HandoverShownProps = { conversation: string; handover: Handover; customerName: string; onClose: () => void };

/** What proves a handover: to be read aloud, sent or scanned; and, the moment it happens, that the customer is there. */
export function HandoverShown({ conversation, handover: made, customerName, onClose }: HandoverShownProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [copied, setCopied] = useState(false);
  // As it stands now: the list is asked for again whenever the timeline tells of one.
  const all = useQuery(handoversQuery(conversation));
  const handover = all.data?.find((one) => one.id === made.id) ?? made;
  const channel = t(`channelIn.${handover.to}`);
  const copy = async () => {
    await navigator.clipboard.writeText(handover.link ?? handover.code ?? "");
    setCopied(true);
    announce(t("handover.copied"));
  };
  return (
    <div className="hov-shown">
      <p role="status">
        {handover.state === "offered"
          ? t(saying(handover), {
              name: fullName(customerName),
              channel,
              address: readableNumber(handover.address ?? ""),
              number: readableNumber(handover.link?.replace(/^tel:/, "") ?? ""),
            })
          : t(`handover.state.${handover.state}`, { name: fullName(customerName), channel })}
      </p>
      {handover.state === "offered" ? (
        <>
          {handover.how === "code" && handover.code ? (
            <output className="hov-code num">{spaced(handover.code)}</output>
          ) : null}
          {handover.qr ? <QrPicture qr={handover.qr} label={t("handover.qr", { channel })} /> : null}
          {handover.how === "text" && handover.code ? <code>{handover.code}</code> : null}
          <p className="m">{t("handover.until", { time: left(handover.expiresAt, now, language) })}</p>
        </>
      ) : null}
      <footer>
        {handover.state === "offered" && handover.link && handover.how !== "code" ? (
          <Button onClick={() => void copy()}>{t(copied ? "handover.copied" : "handover.copy")}</Button>
        ) : null}
        <Button look="line" data-first onClick={onClose}>
          {t("app.close")}
        </Button>
      </footer>
    </div>
  );
}

/** A customer whom nobody could tell is told by whoever reads this. */
const saying = ({ how, said }: Handover) =>
  said || how === "write" ? (`handover.shown.${how}` as const) : (`handover.unsaid.${how}` as const);

/** "482 193", as people read six digits. */
export const spaced = (code: string) => code.replace(/^(\d{3})(\d{3})$/, "$1 $2");
