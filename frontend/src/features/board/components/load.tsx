import { useTranslation } from "react-i18next";
import type { PersonLine } from "../../../types/board.ts";

const places = 10;

/** How much of what somebody takes they have, as a bar; whoever has room nowhere is said to be full. */
export function LoadBar({ line: { busy, full } }: { line: PersonLine }) {
  const { t } = useTranslation();
  // Only whoever has room nowhere has a whole bar: much of one channel leaves room on another.
  const filled = full ? places : Math.min(places - 1, Math.ceil(busy * places - 0.001));
  return (
    <>
      <span className={full ? "load full" : "load"} aria-hidden="true">
        {Array.from({ length: places }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have nothing but their number
          <i key={index} className={index < filled ? "on" : ""} />
        ))}
      </span>
      {full ? <span className="ochre b">{t("board.full")}</span> : null}
    </>
  );
}

/** What somebody has of each channel in one's own queues, and whether there is more elsewhere; nothing if they have nothing. */
export function useLoadText(): (line: PersonLine) => string {
  const { t } = useTranslation();
  return (line) => {
    const here = line.load.map((one) =>
      t("board.load", { open: one.open, most: one.most, channel: t(`channel.${one.channel}`) }),
    );
    const elsewhere = here.length > 0 ? t("board.elsewhere") : t("board.onlyElsewhere");
    return [...here, ...(line.elsewhere ? [elsewhere] : [])].join(", ");
  };
}
