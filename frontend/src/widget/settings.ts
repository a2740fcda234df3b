import type { Language } from "./i18n";

/** What the page that embeds the widget decides, by attributes of the script element. */
export interface Settings {
  account: string;
  language: Language;
  /** Null follows the visitor's system. */
  theme: "light" | "dark" | null;
  /** A colour as #rgb or #rrggbb for the launcher and the send button, or null for the house's own. */
  accent: string | null;
  /** What the site signed about who is signed in there. */
  login: string | null;
  /** The token of a visitor who this browser is from now on: a page of ours brought them here. */
  visitor: string | null;
  /** Whether the chat begins open. */
  open: boolean;
  /** Where Loper answers: the folder above `widget/loper.js`, ending in a slash. */
  base: string;
}

/** Reads the script element; null without an account or an address, for there is nothing to talk to. */
export function readSettings(script: HTMLScriptElement, page: Document, preferred: string): Settings | null {
  const { account, language, theme, accent, login, visitor, open } = script.dataset;
  if (!account || !script.src) {
    return null;
  }
  return {
    account,
    language: languageOf(language, page.documentElement.lang, preferred),
    theme: theme === "light" || theme === "dark" ? theme : null,
    accent: accent && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(accent) ? accent : null,
    login: login || null,
    visitor: visitor || null,
    open: open === "true",
    base: new URL("..", script.src).href,
  };
}

/** The address of the chat socket. */
export function socketUrl({ base, account }: Settings): string {
  const url = new URL("ws/chat", base);
  url.protocol = url.protocol === "http:" ? "ws:" : "wss:";
  url.searchParams.set("account", account);
  return url.href;
}

/** The address that takes files. */
export function uploadUrl({ base, account }: Settings): string {
  const url = new URL("widget/uploads", base);
  url.searchParams.set("account", account);
  return url.href;
}

/** The address of the second script. */
export function moreUrl({ base }: Settings): string {
  return new URL("widget/more.js", base).href;
}

/** Black or white, whichever reads better on the accent (WCAG relative luminance). */
export function inkOn(accent: string): "#000" | "#fff" {
  const digits = accent.length === 4 ? [...accent.slice(1)].map((d) => d + d).join("") : accent.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => linear(Number.parseInt(digits.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function languageOf(...wishes: (string | undefined)[]): Language {
  for (const wish of wishes) {
    const short = wish?.slice(0, 2).toLowerCase();
    if (short === "nl" || short === "en") {
      return short;
    }
  }
  return "en";
}
