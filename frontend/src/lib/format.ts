import type { Language } from "../types/api.ts";

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

/** A name as the timeline's margin has room for: the first word, or the family's. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? name;
  // Of a bare number the end tells people apart.
  if (/^\+\d{6,}$/.test(name.trim())) return `…${name.trim().slice(-4)}`;
  return words.length > 1 && /^(familie|family|fam\.?|mr\.?|mrs\.?|ms\.?|dhr\.?|mevr\.?)$/i.test(first)
    ? words.slice(1).join(" ")
    : first;
}
