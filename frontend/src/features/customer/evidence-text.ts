import type { TFunction } from "i18next";
import { readableNumber } from "../../lib/format.ts";
import type { Strings } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Evidence } from "../../types/identity.ts";

/** One line for something that speaks for two being one. */
export function evidenceText({ kind, value, source }: Evidence, t: TFunction): string {
  const where = i18n.exists(`customer.source.${source}`)
    ? t(`customer.source.${source as keyof Strings["customer"]["source"]}`)
    : source;
  return t(`customer.evidence.${kind}`, { value: readableNumber(value), where });
}
