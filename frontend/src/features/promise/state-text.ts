import type { TFunction } from "i18next";
import { ahead, lateBy, left } from "../../lib/time.ts";
import type { Language } from "../../types/api.ts";
import type { PromiseRecord } from "../../types/promise.ts";

export const isOpen = (promise: PromiseRecord) =>
  promise.state === "open" || promise.state === "due-soon" || promise.state === "late";

/** Whether its sentence, or the newest word about it, did not reach the customer. */
export const isUntold = (promise: PromiseRecord) => promise.told === "failed" || promise.told === "unconfirmed";

/** The word beside the ring: by when, how long there still is, or how late it is. */
export function stateText(promise: PromiseRecord, t: TFunction, now: number, language: Language): string {
  switch (promise.state) {
    case "open":
      return t("promise.state.open", { time: ahead(promise.dueAt, now, language) });
    case "due-soon":
      return t("promise.state.soon", { time: left(promise.dueAt, now, language) });
    case "late":
      return t("promise.state.late", { time: lateBy(promise.dueAt, now, language) });
    case "kept":
      return t("promise.state.kept");
    case "kept-late":
      return t("promise.state.keptLate");
    case "released":
      return t("promise.state.released");
  }
}
