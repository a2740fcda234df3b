import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ListPage, UndoNotice } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useTakeBack } from "../../../lib/use-take-back.ts";
import type { Occasion } from "../../../types/occasion.ts";
import { occasionsQuery } from "../api/get-occasions.ts";
import { saveOccasion } from "../api/save-occasion.ts";
import { dayOf, keyOf, sorted, whatOf, whyOf } from "../occasions.ts";

type Seen = { occasion: Occasion; how: "made" | "left" };

/** Whose birthday or jubilee it is: a queue of small gestures that people make. */
export function OccasionsView() {
  const { t } = useTranslation();
  const say = useProblemText();
  const occasions = useQuery(occasionsQuery);
  const seeing = useTakeBack<Seen>({
    act: ({ occasion, how }) => saveOccasion(occasion, how),
    back: ({ occasion }) => saveOccasion(occasion, "open"),
    key: queryKeys.occasions,
  });
  const { ready, held, seen } = sorted(occasions.data?.items ?? []);
  const today = occasions.data?.today ?? "";
  const onSee = (occasion: Occasion, how: "made" | "left") => seeing.act({ occasion, how });
  return (
    <ListPage title={t("occasion.title")} intro={t("occasion.intro")} read={occasions}>
      <UndoNotice
        done={seeing}
        words={({ occasion }) => t("occasion.seenTo", { name: fullName(occasion.customer.name) })}
        action={t("occasion.undo")}
        say={say}
      />
      {occasions.isSuccess && ready.length === 0 ? (
        <p className="empty">{t(held.length + seen.length > 0 ? "occasion.noneReady" : "occasion.none")}</p>
      ) : null}
      <List label={t("occasion.ready")} items={ready} today={today} onSee={onSee} />
      {held.length > 0 ? (
        <section>
          <h2>{t("occasion.held")}</h2>
          <p className="m">{t("occasion.heldMeans")}</p>
          <List label={t("occasion.held")} items={held} today={today} onSee={onSee} />
        </section>
      ) : null}
      {seen.length > 0 ? (
        <section>
          <h2>{t("occasion.seen")}</h2>
          <List label={t("occasion.seen")} items={seen} today={today} onSee={onSee} />
        </section>
      ) : null}
    </ListPage>
  );
}

type ListProps = {
  label: string;
  items: Occasion[];
  today: string;
  onSee: (occasion: Occasion, how: "made" | "left") => void;
};

function List({ label, items, today, onSee }: ListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ListTable
      label={label}
      className="occasions"
      items={items}
      keyOf={keyOf}
      head={t("occasion.customer")}
      name={(one) => <span dir="auto">{fullName(one.customer.name) || t("customer.nameless")}</span>}
      below={(one) => (one.held && !one.done ? <span dir="auto">{whyOf(one.held, t)}</span> : null)}
      columns={[
        { head: t("occasion.what"), cell: (one) => whatOf(one, t), className: () => "m2" },
        {
          head: t("occasion.when"),
          cell: (one) => <time dateTime={one.date}>{dayOf(one.date, today, t, language)}</time>,
          className: () => "m2",
        },
      ]}
      open={(one) => `/inbox/all/${one.conversation}${one.held?.topic ? `/${one.held.topic}` : ""}`}
      acts={(one) =>
        one.done ? (
          <span className="m">{t(`occasion.how.${one.done.how}`, { name: one.done.byName })}</span>
        ) : (
          <>
            {one.held ? null : (
              <Button look="line" onClick={() => onSee(one, "made")}>
                {t("occasion.made")}
              </Button>
            )}
            <Button onClick={() => onSee(one, "left")}>{t("occasion.leave")}</Button>
          </>
        )
      }
    />
  );
}
