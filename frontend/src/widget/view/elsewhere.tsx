import { useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { Key, Words } from "../i18n";
import type { Elsewhere } from "../protocol";
import type { ChatState } from "../store";

interface ElsewhereProps {
  chat: Chat;
  state: ChatState;
  words: Words;
}

const NAMES: Record<string, Key> = {
  whatsapp: "toWhatsapp",
  email: "toEmail",
  sms: "toSms",
  voice: "toVoice",
};

/** Where the conversation can go on, below the field; and how, once the visitor chose. */
export function GoOn({ chat, state, words }: ElsewhereProps) {
  const { elsewhere, ways } = state;
  const wrote = state.timeline.entries.some((entry) => entry.from === "visitor");
  const shown = ways.filter((way) => NAMES[way]);
  if (elsewhere) {
    return (
      <section class="way" aria-label={words.say(NAMES[elsewhere.to] ?? "goOn")}>
        <How chat={chat} words={words} elsewhere={elsewhere} />
        <button type="button" class="txt" onClick={() => chat.goOn(null)}>
          {words.say("stayHere")}
        </button>
      </section>
    );
  }
  return wrote && shown.length > 0 ? (
    <nav class="ways" aria-label={words.say("goOn")}>
      {shown.map((way) => (
        <button key={way} type="button" class="txt" onClick={() => chat.goOn(way)}>
          {words.say(NAMES[way] as Key)}
        </button>
      ))}
    </nav>
  ) : null;
}

type Wish = NonNullable<ChatState["elsewhere"]>;

function How({ chat, words, elsewhere }: { chat: Chat; words: Words; elsewhere: Wish }) {
  if (elsewhere.failed) {
    return <p role="alert">{words.say("goOnFailed")}</p>;
  }
  if (elsewhere.shown) {
    return <Proof shown={elsewhere.shown} words={words} />;
  }
  return elsewhere.to === "email" ? <Ask chat={chat} words={words} /> : <p role="status">…</p>;
}

function Ask({ chat, words }: { chat: Chat; words: Words }) {
  const [address, setAddress] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        chat.goOn("email", address.trim());
      }}
    >
      <label>
        {words.say("email")}
        <input
          type="email"
          required
          autocomplete="email"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="cta">
        {words.say("mailMe")}
      </button>
    </form>
  );
}

function Proof({ shown, words }: { shown: Elsewhere; words: Words }) {
  if (shown.code && shown.number) {
    return (
      <p role="status">
        {words.say("callUs")} <a href={shown.link ?? undefined}>{shown.number}</a>
        <b class="num">{shown.code.replace(/^(...)/, "$1 ")}</b>
        {words.say("codeUntil", { time: words.time(shown.until) })}
      </p>
    );
  }
  if (!shown.link) {
    return <p role="status">{words.say("mailSent")}</p>;
  }
  return (
    <>
      <a class="cta" href={shown.link} target="_blank" rel="noreferrer">
        {words.say("openApp")}
      </a>
      {shown.qr && (
        <svg class="qr" viewBox={`-4 -4 ${shown.size + 8} ${shown.size + 8}`} role="img" aria-label={words.say("scan")}>
          <path d={shown.qr} />
        </svg>
      )}
      <p role="status">{words.say("scan")}</p>
    </>
  );
}
