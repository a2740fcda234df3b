import type { Language } from "../types/api.ts";
import { i18n } from "./i18n/setup.ts";

export function fileSize(bytes: number, language: Language): string {
  const decimal = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${decimal(bytes / 1_000)} kB`;
  return `${decimal(bytes / 1_000_000)} MB`;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : (words[0]?.[1] ?? "");
  return (first + last).toUpperCase();
}

const number = /^\+\d{7,15}$/;
const titles = /^(familie|family|famille|fam|mr|mrs|ms|dr|dhr|mevr|mw|meneer|mevrouw|herr|frau)\.?$/i;

/** A name as the timeline's margin has room for: the first word, or what follows a title. */
export function shortName(name: string): string {
  const words = fullName(name.trim()).split(/\s+/);
  const first = words[0] ?? name;
  // Of a bare number the end tells people apart.
  if (number.test(name.trim())) return `…${name.trim().slice(-4)}`;
  return words.length > 1 && titles.test(first) ? words.slice(1).join(" ") : first;
}

/** What the server calls a visitor of a site who gave no name: by the beginning of what their browser is known by. */
const visitor = /^Visitor ([\w-]{4})$/;

/** A name as people write it; of somebody who is only a number, that number in groups; of a visitor, in our language. */
export function fullName(name: string): string {
  const mark = visitor.exec(name)?.[1];
  if (mark) return i18n.t("customer.visitorCalled", { mark });
  return number.test(name) ? readableNumber(name) : name;
}

/** Whether somebody has a name to be called by: more than a number or an address. */
export function namedWell(name: string): boolean {
  return name.trim() !== "" && !number.test(name.trim()) && !visitor.test(name) && !name.includes("@");
}

// ITU-T E.164: calling codes of one and of two digits; all others have three.
const shortCodes = /^(?:[17]|2[07]|3[0-469]|4[0-13-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number in international form, in groups: +31 6 1234 5601. Anything else stays as it is. */
export function readableNumber(value: string): string {
  if (!number.test(value)) return value;
  const digits = value.slice(1);
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  const groups = [rest.slice(0, -8), rest.slice(-8, -4), rest.slice(-4)];
  return `+${[code, ...groups].filter(Boolean).join(" ")}`;
}
