import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Occasion } from "../../../types/occasion.ts";
import { occasionsQuery } from "../api/get-occasions.ts";
import { saveOccasion } from "../api/save-occasion.ts";
import { dayOf, keyOf, sorted, whatOf, whyOf } from "../occasions.ts";

type Seen = { occasion: Occasion; how: "made" | "left" | "open" };

/** Whose birthday or jubilee it is: a queue of small gestures that people make. */
export function OccasionsView() {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const occasions = useQuery(occasionsQuery);
  const see = useMutation({
    mutationFn: ({ occasion, how }: Seen) => saveOccasion(occasion, how),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.occasions }),
  });
  const last = see.isSuccess && see.variables.how !== "open" ? see.variables.occasion : null;
  const undo = last ? () => see.mutate({ occasion: last, how: "open" }) : undefined;
  useShortcuts({ z: undo });
  const { ready, held, seen } = sorted(occasions.data?.items ?? []);
  const today = occasions.data?.today ?? "";
  const onSee = (occasion: Occasion, how: "made" | "left") => !see.isPending && see.mutate({ occasion, how });
  return (
    <main className="board" id="conversation" tabIndex={-1} aria-busy={occasions.isPending}>
      <header>
        <h1>{t("occasion.title")}</h1>
        <p className="m">{t("occasion.intro")}</p>
      </header>
      {occasions.isError ? (
        <Trouble what={t("occasion.title")} error={occasions.error} onRetry={() => void occasions.refetch()} />
      ) : null}
      <p className="kind-gone" role="status">
        {last && undo ? (
          <>
            {t("occasion.seenTo", { name: fullName(last.customer.name) })}{" "}
            <Button look="line" keys="z" onClick={undo}>
              {t("occasion.undo")}
            </Button>
          </>
        ) : null}
      </p>
      {see.isError ? (
        <p className="fault" role="alert">
          {say(see.error)}
        </p>
      ) : null}
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
    </main>
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
  if (items.length === 0) return null;
  return (
    <table className="cards occasions" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("occasion.customer")}</th>
          <th scope="col">{t("occasion.what")}</th>
          <th scope="col">{t("occasion.when")}</th>
          <th scope="col">
            <span className="sr">{t("app.more")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={keyOf(one)}>
            <th scope="row">
              <Link to={`/inbox/all/${one.conversation}${one.held?.topic ? `/${one.held.topic}` : ""}`} dir="auto">
                {fullName(one.customer.name) || t("customer.nameless")}
              </Link>
              {one.held && !one.done ? <small dir="auto">{whyOf(one.held, t)}</small> : null}
            </th>
            <td className="m2">{whatOf(one, t)}</td>
            <td className="m2">
              <time dateTime={one.date}>{dayOf(one.date, today, t, language)}</time>
            </td>
            <td>
              {one.done ? (
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
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
