import type { TFunction } from "i18next";
import { fullName } from "../../lib/format.ts";
import type { AdminStrings } from "../../lib/i18n/admin-en.ts";
import type { Strings } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import { languageName } from "../../lib/languages.ts";
import { queueName } from "../../lib/queues.ts";
import type { AuditRecord, Colleague, Language, QueueRef } from "../../types/api.ts";

/** What ids are called: colleagues and queues are known here, all else the server says with the page. */
export type Known = {
  people: Colleague[];
  queues: QueueRef[];
  names: Record<string, string>;
  language: Language;
  t: TFunction;
};

/** What was done, in words; what has no words yet shows its own name, readable. */
export function didWhat(what: string, t: TFunction): string {
  return i18n.exists(`admin.did.${what}`)
    ? t(`admin.did.${what as keyof (Strings & AdminStrings)["admin"]["did"]}`)
    : what.replaceAll("-", " ");
}

/** What nobody reads: it only leads to something by a program. */
const forPrograms = new Set(["merge", "detachment", "move", "entry"]);
/** What is written as people said it: nothing in it is an id. */
const asItStands = new Set(["address", "email", "phone", "step"]);

/** Whether it is an id and no word: long, of hexadecimal digits. */
const isId = (word: string) => /^(?=.*\d)[a-z]?[0-9a-f]{8}[0-9a-f-]*$/.test(word);

/** Who or what an id belongs to, or a word of ours means; nothing of what is neither. */
function called(word: string, { people, queues, names, language, t }: Known): string | null {
  const person = people.find((one) => one.id === word || `person:${one.id}` === word);
  if (person) return person.name;
  const queue = queues.find((one) => one.id === word);
  if (queue) return queueName(queue, language);
  const name = names[word];
  if (name !== undefined) return fullName(name) || t("customer.nameless");
  for (const group of ["admin.word", "channelIn"] as const)
    if (i18n.exists(`${group}.${word}`)) return t(`${group}.${word}` as "admin.word.true");
  return null;
}

/** Who did it. */
export function whoDid(who: string, known: Known): string {
  if (who === "nobody" || who === "unknown" || who === "system") return known.t(`admin.${who}`);
  return called(who, known) ?? (isId(who) ? known.t("admin.unknown") : who);
}

/** A detail with names in the place of ids. */
function said(value: string, known: Known): string {
  return value
    .replaceAll("|", " → ")
    .split(/([\w:-]+)/)
    .map((part) => called(part, known) ?? (isId(part) ? "…" : part))
    .join("");
}

/** How it was done, in words. */
function detail(key: string, value: string, known: Known): string {
  if (asItStands.has(key)) return value;
  if (key === "speaks") return value.replaceAll(/[a-z]{2,3}/g, (code) => languageName(code, known.language));
  // As the server writes a map: {CHAT=3, EMAIL=12}.
  if (key === "capacity")
    return said(value.replaceAll(/\{([^}]*)\}/g, (_, inside: string) => inside || "–").toLowerCase(), known).replaceAll(
      "=",
      " ",
    );
  const every = known.t("admin.word.everyQueue");
  const none = known.t("admin.word.noQueue");
  return said(value.replaceAll("every queue", every).replaceAll("no queue", none), known);
}

/** What it was done to, and how. No id is shown: where something has no name, what is known of it stands alone. */
export function onWhat({ target, details }: AuditRecord, known: Known): string {
  const { t } = known;
  const { name, ...others } = details;
  const told = Object.entries(others)
    .filter(([key]) => !forPrograms.has(key))
    .map(([key, value]) => {
      const words = detail(key, value, known);
      return i18n.exists(`admin.detail.${key}`)
        ? t(`admin.detail.${key as keyof AdminStrings["admin"]["detail"]}`, { value: words })
        : `${key} ${words}`;
    });
  const subject = name || (isId(target) ? called(target, known) : said(target, known));
  return [subject, ...told].filter(Boolean).join(", ") || "–";
}
