import type { Chat } from "../chat";
import type { Language } from "../i18n";
import type { Offer } from "../protocol";
import { sayIn } from "./words";

interface OfferedProps {
  chat: Chat;
  offer: Offer;
  language: Language;
}

/** The way not to go on elsewhere, below the message that offers it. */
export function Offered({ chat, offer, language }: OfferedProps) {
  const say = sayIn(language);
  if (offer.declined) {
    return (
      <li class="meta" role="status">
        {say("stayed")}
      </li>
    );
  }
  return Date.parse(offer.until) > Date.now() ? (
    <li class="offer">
      <button type="button" class="text" onClick={() => chat.stay(offer.id)}>
        {say("stayHere")}
      </button>
    </li>
  ) : null;
}
