/** A stretch of a message: plain words, or words that lead somewhere. */
export interface Part {
  text: string;
  href: string | null;
}

const CANDIDATE = /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"'`]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gi;
const TRAILING = ".,;:!?…»”’]}*_";
const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** Cuts a message into words and links; only http, https and mailto ever become a link. */
export function linkParts(message: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of message.matchAll(CANDIDATE)) {
    const found = trim(match[0]);
    const href = safeHref(withScheme(found));
    if (href) {
      parts.push({ text: message.slice(end, match.index), href: null }, { text: found, href });
      end = match.index + found.length;
    }
  }
  parts.push({ text: message.slice(end), href: null });
  return parts.filter((part) => part.text !== "");
}

/** An address as people read it: what stands ready behind it in signs for machines is left out. */
export function readable(address: string): string {
  return address.replace(/^(https?:\/\/[^?#]+)\?[^#]*%[0-9a-f]{2}\S*$/i, "$1?…");
}

/** The address in full when it is one a visitor may be led to, else null. */
export function safeHref(address: string, base?: string): string | null {
  try {
    const url = new URL(address, base);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function withScheme(found: string): string {
  if (/^(?:https?:\/\/|mailto:)/i.test(found)) {
    return found;
  }
  return /^www\./i.test(found) ? `https://${found}` : `mailto:${found}`;
}

/** Leaves the sentence its own full stop and its closing bracket; one pass, however long the address. */
function trim(found: string): string {
  let end = found.length;
  let open = count(found, "(");
  let closed = count(found, ")");
  for (; end > 0; end--) {
    const last = found[end - 1] ?? "";
    if (last === ")" && closed > open) {
      closed--;
    } else if (last === "(") {
      open--;
    } else if (!TRAILING.includes(last)) {
      break;
    }
  }
  return found.slice(0, end);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
