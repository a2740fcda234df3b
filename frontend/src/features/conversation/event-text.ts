import type { TFunction } from "i18next";
import { fullName } from "../../lib/format.ts";
import { queueName } from "../../lib/queues.ts";
import { dayOf, moment } from "../../lib/time.ts";
import type { Channel, Entry, Language, QueueRef } from "../../types/api.ts";

/** One sentence for what happened by itself or by a colleague. */
export function eventText(entry: Entry, t: TFunction, language: Language, queues: QueueRef[]): string {
  const event = entry.event;
  const by = entry.author.kind === "system" ? t("event.system") : fullName(entry.author.name);
  const title = event?.title ? `“${event.title}”` : "";
  switch (event?.kind) {
    case "assigned":
      if (!event.person) return t("event.took", { by });
      if (event.why === "next") return t("event.tookNext", { by });
      if (event.why === "free") return t("event.givenFree", { person: event.person.name });
      if (event.why === "helped")
        return t("event.givenHelped", {
          person: event.person.name,
          when: event.since ? dayOf(event.since, entry.at, language) : t("event.before"),
        });
      if (event.person.id === entry.author.id) return t("event.took", { by });
      if (entry.author.kind === "system") return t("event.assignedPlain", { person: event.person.name });
      return t("event.assigned", { by, person: event.person.name, title }).replace("  ", " ");
    case "unassigned":
      return t("event.unassigned", { by });
    case "covered-left":
    case "covered-away":
    case "covered-asked":
    case "covered-queues": {
      const names = { by, from: event.title ?? "", to: event.person?.name ?? t("event.theQueue") };
      if (event.kind === "covered-left") return t("event.coveredLeft", names);
      if (event.kind === "covered-queues") return t("event.coveredQueues", names);
      if (event.kind === "covered-asked") return t("event.coveredAsked", names);
      return event.until
        ? t("event.coveredUntil", { ...names, time: moment(event.until, entry.at, language) })
        : t("event.coveredAway", names);
    }
    case "snoozed":
      return event.until
        ? t("event.snoozed", { by, time: moment(event.until, entry.at, language) })
        : t("event.snoozedPlain", { by });
    case "woken":
      return t("event.woken");
    case "target-soon":
    case "target-late":
      return t(`event.${event.kind}`, { time: moment(event.until ?? entry.at, entry.at, language) });
    case "resolved":
      return t("event.resolved", { by });
    case "reopened":
      return entry.author.kind === "agent" ? t("event.reopened", { by }) : t("event.reopenedSystem");
    case "queued": {
      const queue = event.queue
        ? (queues.find((one) => one.id === event.queue?.id) ?? { ...event.queue, names: {} })
        : null;
      const said = t("event.queued", { by, queue: queue ? queueName(queue, language) : "" });
      return entry.text ? `${said}: “${entry.text}”` : said;
    }
    case "renamed":
      return t("event.renamed", { by, title });
    case "topic-opened":
      return title ? `${t("event.topic-opened")}: ${title}` : t("event.topic-opened");
    case "kept":
      return t(entry.delivery === "withdrawn" ? "event.promiseKeptUndone" : "event.promiseKept", { by });
    case "late":
      return t("event.promiseLate");
    case "untold":
      return t("event.promiseUntold");
    case "released":
      return t("event.promiseReleased", { by, reason: entry.text });
    case "solved":
      return t("event.promiseSolved", { by });
    case "added":
      return t("event.promiseAdded", { by, words: entry.text });
    case "answer-on":
      return event.title
        ? t("event.promiseAnswerOn", { by, channel: t(`channelIn.${event.title as Channel}`) })
        : t("event.promiseAnswerElsewhere", { by });
    case "escalated-owner":
    case "escalated":
      return t(`event.${event.kind}`, { name: event.title ?? "" });
    case "request-asked":
      return t("event.request-asked", {
        by,
        name: event.title ?? "",
        question: entry.text,
        time: moment(event.until ?? entry.at, entry.at, language),
      });
    case "request-withdrawn":
      return t("event.request-withdrawn", { by, name: event.title ?? "" });
    case "request-overdue":
      return t("event.request-overdue", { name: event.title ?? "" });
    case "withdrawn":
      return t("event.withdrawn", { by });
    case "merged":
    case "unmerged":
    case "attached":
      return t(`event.${event.kind}`, { by, name: event.customer?.name ?? "" });
    case "detached":
    case "detached-from":
      return t(`event.${event.kind}`, { by, name: event.customer?.name ?? "", address: event.title ?? "" });
    case "moved-away":
    case "moved-here":
    case "moved-back": {
      const said = t(`event.${event.kind}`, { by, name: event.customer?.name ?? "", title });
      return entry.text ? `${said}: “${entry.text}”` : said;
    }
    case "handover-offered":
    case "handover-declined":
    case "handover-revoked":
    case "handover-unread": {
      const asked = event.kind === "handover-offered" && entry.author.kind === "customer";
      return t(asked ? "event.handover-asked" : `event.${event.kind}`, {
        by,
        channel: event.handover ? t(`channelIn.${event.handover.to as Channel}`) : "",
        address: event.title ?? "",
      });
    }
    case "shared":
    case "unshared":
      return t(`event.${event.kind}`, { by, address: event.title ?? "" });
    case "recognised": {
      const how = (["same-number", "code", "site"] as const).find((one) => one === event.why) ?? "code";
      return t(`event.recognised.${how}`, { address: event.title ?? "" });
    }
    default:
      return entry.text || (event?.kind ?? "");
  }
}
