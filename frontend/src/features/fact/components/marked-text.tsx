import { useQuery } from "@tanstack/react-query";
import { Fragment, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkedText } from "../../../components/ui/linked-text.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import type { FactList } from "../../../types/fact.ts";
import { factsQuery } from "../api/get-facts.ts";
import { markUp, type Said, saidIn } from "../said.ts";

type MarkedTextProps = {
  conversation: string;
  customer: string;
  entry: { id: string; text: string };
  /** Leads to where it stands beside the conversation. */
  onFact: (kind: string) => void;
};

/** The words of a message; what they told us is underlined, leads to what is known, and says how it stands now. */
export function MarkedText({ conversation, customer, entry, onFact }: MarkedTextProps) {
  const { data } = useQuery({
    ...factsQuery(conversation, customer),
    select: (facts: FactList) => saidIn(facts.items, entry.id),
  });
  const segments = useMemo(() => markUp(entry.text, data ?? []), [entry.text, data]);
  return segments.map(({ text, said }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no other name than their place
    <Fragment key={index}>
      {said ? <SaidWords text={text} said={said} onFact={onFact} /> : <LinkedText text={text} />}
    </Fragment>
  ));
}

type Spot = { left: number; top: number };

function SaidWords({ text, said, onFact }: { text: string; said: Said; onFact: (kind: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [spot, setSpot] = useState<Spot | null>(null);
  const show = (element: HTMLElement) => {
    const { left, top } = element.getBoundingClientRect();
    setSpot({ left: Math.max(8, Math.min(left, window.innerWidth - 288)), top });
  };
  const hide = () => setSpot(null);
  const name = said.name[language];
  const how = useHow(said);
  return (
    <>
      <a
        className={said.instead ? "said old" : "said"}
        href={`#known-${said.kind}`}
        draggable={false}
        aria-label={t("fact.saidHere", { text, name, how })}
        onClick={(event) => {
          event.preventDefault();
          hide();
          onFact(said.kind);
        }}
        onPointerEnter={(event) => show(event.currentTarget)}
        onPointerLeave={hide}
        onFocus={(event) => show(event.currentTarget)}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === "Escape") hide();
        }}
      >
        {text}
      </a>
      {spot ? (
        <span className="tip" aria-hidden="true" style={spot}>
          <b>{name}</b> {how}
        </span>
      ) : null}
    </>
  );
}

/** How what was said stands now. */
function useHow({ instead, confirmed, by }: Said): string {
  const { t } = useTranslation();
  if (instead?.how === "corrected") return t("fact.correctedTo", { value: instead.value, by: by ?? "" });
  if (instead) return t("fact.laterSaid", { value: instead.value });
  return confirmed ? t("fact.confirmedBy", { by: by ?? "" }) : t("fact.isKnown");
}
