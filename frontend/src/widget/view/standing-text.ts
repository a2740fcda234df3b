import type { Words } from "../i18n";
import type { Standing } from "../protocol";

/** So far back the server tells a place exactly. */
const TOLD = 50;

/** Who is with the visitor, or until when we answer, or are closed; nothing where there is nothing to say. */
export function hoursText({ open, until, with: name }: Standing, words: Words, now: number): string {
  if (name) {
    return words.say("isWith", { name });
  }
  if (!until) {
    return open ? "" : words.say("closed");
  }
  return words.say(open ? "openUntil" : "closedUntil", { time: words.moment(until, now) });
}

/** How many wait before the visitor; nothing while that is not so, or nobody answers at this hour. */
export function placeText({ open, before }: Standing, words: Words): string {
  if (!open || before === null) {
    return "";
  }
  switch (before) {
    case 0:
      return words.say("youAreNext");
    case 1:
      return words.say("beforeOne");
    default:
      return words.say(before > TOLD ? "beforeMore" : "beforeMany", { count: Math.min(before, TOLD) });
  }
}
