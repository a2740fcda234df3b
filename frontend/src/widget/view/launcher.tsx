import type { RefObject } from "preact";
import type { Words } from "../i18n";
import { ChatIcon } from "./icons";

interface LauncherProps {
  words: Words;
  unread: number;
  hidden: boolean;
  button: RefObject<HTMLButtonElement | null>;
  onOpen(): void;
}

/** The round button at the foot of the page. */
export function Launcher({ words, unread, hidden, button, onOpen }: LauncherProps) {
  const news = newsIn(words, unread);
  return (
    <button
      type="button"
      class="launcher"
      ref={button}
      hidden={hidden}
      aria-haspopup="dialog"
      aria-label={news ? `${words.say("openChat")}, ${news}` : words.say("openChat")}
      onClick={onOpen}
    >
      <ChatIcon />
      {unread > 0 && <span class="badge">{unread > 9 ? "9+" : unread}</span>}
    </button>
  );
}

/** "2 new messages", or nothing. */
export function newsIn(words: Words, unread: number): string {
  return unread === 0 ? "" : unread === 1 ? words.say("unreadOne") : words.say("unreadMany", { count: unread });
}
