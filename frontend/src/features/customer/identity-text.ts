import type { TFunction } from "i18next";
import { readableNumber } from "../../lib/format.ts";
import type { Strings } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Identity } from "../../types/api.ts";

/** An address as people write it; a browser has none that says anything. */
export function identityText(identity: Pick<Identity, "kind" | "value">, t: TFunction): string {
  return identity.kind === "visitor" ? t("customer.visitor") : readableNumber(identity.value.replace(/^whatsapp:/, ""));
}

export function kindText(kind: string, t: TFunction): string {
  return i18n.exists(`customer.kind.${kind}`) ? t(`customer.kind.${kind as keyof Strings["customer"]["kind"]}`) : kind;
}
