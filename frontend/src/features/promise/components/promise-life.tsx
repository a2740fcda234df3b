import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../components/ui/moment.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Language } from "../../../types/api.ts";
import type { PromiseRecord } from "../../../types/promise.ts";

type Happened = { at: string; text: string };

/** What became of a promise since it was made, folded until somebody asks. */
export function PromiseLife({ promise }: { promise: PromiseRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const life = lifeOf(promise, t, now, language);
  if (life.length < 2) return null;
  return (
    <details className="life">
      <summary>{t("promise.life.title", { count: life.length - 1 })}</summary>
      <ol>
        {life.map((one) => (
          <li key={`${one.at} ${one.text}`}>
            <Moment at={one.at}>{when(one.at, now, language)}</Moment> {one.text}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function lifeOf(promise: PromiseRecord, t: TFunction, now: number, language: Language): Happened[] {
  const [first, ...others] = promise.moments;
  const life: Happened[] = [
    {
      at: promise.madeAt,
      text: t("promise.life.made", { time: ahead(first?.dueAt ?? promise.dueAt, now, language) }),
    },
    ...others.map((one) => ({
      at: one.at,
      text: t("promise.life.moved", {
        time: ahead(one.dueAt, now, language),
        name: one.by?.name ?? "",
        why: one.reason ?? "",
      }),
    })),
  ];
  if (promise.noticedAt) life.push({ at: promise.noticedAt, text: t("promise.life.noticed") });
  if (promise.lateSince) life.push({ at: promise.lateSince, text: t("promise.life.late") });
  return life.toSorted((left, right) => left.at.localeCompare(right.at));
}
