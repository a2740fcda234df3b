import { useState } from "preact/hooks";
import type { Chat } from "../chat";
import { looksLikeEmail, looksLikeNumber } from "../details";
import type { Words } from "../i18n";
import type { Elsewhere } from "../protocol";
import type { ChatState } from "../store";
import { sayIn } from "./words";

interface WayProps {
  chat: Chat;
  words: Words;
  elsewhere: NonNullable<ChatState["elsewhere"]>;
  /** What the chosen way is called. */
  label: string;
}

/** How to go on through another channel, once the visitor chose one. */
export function Way({ chat, words, elsewhere, label }: WayProps) {
  const say = sayIn(words.language);
  const { shown } = elsewhere;
  return (
    <section class="way" aria-label={label}>
      <How chat={chat} words={words} elsewhere={elsewhere} />
      <div>
        {shown && (
          <button type="button" class="txt" onClick={() => chat.goOn(null)}>
            {say("ok")}
          </button>
        )}
        <button
          type="button"
          class="txt"
          onClick={() => {
            if (shown) {
              chat.stay(shown.offer);
            }
            chat.goOn(null);
          }}
        >
          {say("stayHere")}
        </button>
      </div>
    </section>
  );
}

function How({ chat, words, elsewhere }: Omit<WayProps, "label">) {
  if (elsewhere.failed) {
    return <p role="alert">{words.say("goOnFailed")}</p>;
  }
  if (elsewhere.shown) {
    return <Proof shown={elsewhere.shown} words={words} />;
  }
  switch (elsewhere.to) {
    case "email":
      return <Ask chat={chat} words={words} />;
    case "call":
      return <CallMe chat={chat} words={words} />;
    default:
      return <p role="status">…</p>;
  }
}

function Ask({ chat, words }: { chat: Chat; words: Words }) {
  const say = sayIn(words.language);
  const [address, setAddress] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = address.trim();
        if (looksLikeEmail(typed)) {
          chat.goOn("email", typed);
        } else {
          setWrong(true);
        }
      }}
    >
      <label>
        {say("email")}
        <input
          type="email"
          autocomplete="email"
          maxLength={254}
          value={address}
          aria-invalid={wrong}
          aria-describedby={wrong ? "no-address" : undefined}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && (
        <p id="no-address" role="alert">
          {say("emailWrong")}
        </p>
      )}
      <button type="submit" class="cta">
        {words.say("toEmail")}
      </button>
    </form>
  );
}

/** Asks where and when; what goes out is a message like any other, with the number beside it. */
function CallMe({ chat, words }: { chat: Chat; words: Words }) {
  const say = sayIn(words.language);
  const [number, setNumber] = useState("");
  const [when, setWhen] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = number.trim();
        if (!looksLikeNumber(typed)) {
          setWrong(true);
          return;
        }
        chat.send(say(when.trim() ? "callMeWhen" : "callMe", { number: typed, when: when.trim() }), [], typed);
        chat.goOn(null);
      }}
    >
      <label>
        {say("number")}
        <input
          type="tel"
          autocomplete="tel"
          maxLength={30}
          value={number}
          aria-invalid={wrong}
          aria-describedby={wrong ? "no-number" : undefined}
          onInput={(event) => {
            setNumber(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && (
        <p id="no-number" role="alert">
          {say("numberWrong")}
        </p>
      )}
      <label>
        {say("callWhen")}
        <input
          maxLength={100}
          placeholder={say("callWhenHint")}
          value={when}
          onInput={(event) => setWhen(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="cta">
        {say("askCall")}
      </button>
    </form>
  );
}

function Proof({ shown, words }: { shown: Elsewhere; words: Words }) {
  const say = sayIn(words.language);
  if (shown.code && shown.number) {
    return (
      <p role="status">
        {say("callUs")} <a href={shown.link ?? undefined}>{shown.number.replace(/(\d{4})(\d{4})$/, " $1 $2")}</a>
        <b class="num">{shown.code.replace(/^(...)/, "$1 ")}</b>
        {say("codeUntil", { time: words.time(shown.until) })}
      </p>
    );
  }
  if (!shown.link) {
    return <p role="status">{say("mailSent")}</p>;
  }
  return (
    <>
      <a class="cta" href={shown.link} target="_blank" rel="noreferrer">
        {say("openApp")}
      </a>
      {shown.qr && (
        <svg class="qr" viewBox={`-4 -4 ${shown.size + 8} ${shown.size + 8}`} role="img" aria-label={say("scan")}>
          <path d={shown.qr} />
        </svg>
      )}
      <p role="status">{say("scan")}</p>
    </>
  );
}
