import type { TFunction } from "i18next";
import { readableNumber } from "../../lib/format.ts";
import { en } from "../../lib/i18n/en.ts";
import type { Evidence } from "../../types/identity.ts";

/** One line for something that speaks for two being one. */
export function evidenceText({ kind, value, source }: Evidence, t: TFunction): string {
  const where = Object.hasOwn(en.customer.source, source)
    ? t(`customer.source.${source as keyof typeof en.customer.source}`)
    : source;
  return t(`customer.evidence.${kind}`, { value: readableNumber(value), where });
}
