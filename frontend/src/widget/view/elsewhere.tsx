import type { Chat } from "../chat";
import type { Key, Words } from "../i18n";
import type { More } from "../more/more";
import type { ChatState } from "../store";

interface GoOnProps {
  chat: Chat;
  state: ChatState;
  words: Words;
  /** False if it did not come. */
  more: More | null | false;
}

const NAMES: Record<string, Key> = {
  whatsapp: "toWhatsapp",
  email: "toEmail",
  sms: "toSms",
  voice: "toVoice",
  call: "toCall",
};

/** What each is called where there are many: one word of the whole, so that all stand in one row. */
const SHORT: Record<string, Key> = { email: "email", sms: "sms", voice: "voice", call: "toCall" };

/** Where the conversation can go on, below the field; and how, once the visitor chose. */
export function GoOn({ chat, state, words, more }: GoOnProps) {
  const { elsewhere, ways } = state;
  const wrote = state.timeline.entries.some((entry) => entry.from === "visitor");
  // Whoever can be called up can call back.
  const shown = [...ways, ...(ways.includes("voice") ? ["call"] : [])].filter((way) => NAMES[way]);
  const short = shown.length > 2;
  if (elsewhere && more) {
    return (
      <more.Way chat={chat} words={words} elsewhere={elsewhere} label={words.say(NAMES[elsewhere.to] ?? "goOn")} />
    );
  }
  return wrote && shown.length > 0 ? (
    <nav class="ways" aria-label={words.say("goOn")} aria-busy={elsewhere !== null && more === null}>
      {elsewhere && more === false && <p role="alert">{words.say("goOnFailed")}</p>}
      {short && <span aria-hidden="true">{words.say("elsewhere")}</span>}
      {shown.map((way) => (
        <button
          key={way}
          type="button"
          class="txt"
          aria-label={words.say(NAMES[way] as Key)}
          onClick={() => chat.goOn(way)}
        >
          {short && way === "whatsapp" ? "WhatsApp" : words.say(((short && SHORT[way]) || NAMES[way]) as Key)}
        </button>
      ))}
    </nav>
  ) : null;
}
