import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat";
import { wordsIn } from "../i18n";
import type { Settings } from "../settings";
import { unread } from "../store";
import type { Upload } from "../uploads";
import { Launcher, newsIn } from "./launcher";
import { Panel } from "./panel";
import { useMedia, useStore } from "./use";
import { type LoadMore, useMore } from "./use-more";

export interface AppProps {
  chat: Chat;
  settings: Settings;
  upload: Upload;
  loadMore: LoadMore;
  now(): number;
}

/** The whole widget: the launcher, the panel once it was opened, and the voice for screen readers. */
export function App({ chat, settings, upload, loadMore, now }: AppProps) {
  const state = useStore(chat.store);
  const dark = useMedia("(prefers-color-scheme: dark)");
  const words = useRef(wordsIn(settings.language)).current;
  const launcher = useRef<HTMLButtonElement>(null);
  const restored = useRef(state.open).current;
  const [everOpen, setEverOpen] = useState(restored);
  const count = unread(state).length;
  const invite = state.open || state.invite?.answered ? null : state.invite;
  const more = useMore(loadMore, invite?.id ?? null);
  const asked = invite ? invite.text[settings.language] : "";
  const said = useAnnouncement(chat, words.say("someone"), state.open);

  useEffect(() => {
    if (state.open) {
      setEverOpen(true);
    }
  }, [state.open]);

  function close() {
    chat.close();
    // The launcher is shown by the render that follows.
    setTimeout(() => launcher.current?.focus());
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys typed here from the page's own shortcuts
    <div
      class="w"
      lang={settings.language}
      data-theme={settings.theme ?? (dark ? "dark" : "light")}
      onKeyDown={keepHere}
      onKeyUp={keepHere}
      onKeyPress={keepHere}
    >
      {invite && more && (
        <more.Invitation text={asked} language={settings.language} onOpen={chat.open} onAnswer={chat.answerInvite} />
      )}
      <Launcher words={words} unread={count} hidden={state.open} button={launcher} onOpen={chat.open} />
      {(everOpen || state.open) && (
        <Panel
          chat={chat}
          state={state}
          words={words}
          base={settings.base}
          upload={upload}
          loadMore={loadMore}
          now={now}
          restored={restored}
          onClose={close}
        />
      )}
      <p class="sr" aria-live="polite">
        {state.open ? said : asked || newsIn(words, count)}
      </p>
    </div>
  );
}

function useAnnouncement(chat: Chat, someone: string, open: boolean): string {
  const [said, setSaid] = useState("");
  useEffect(() => chat.onAgent((entry) => setSaid(`${entry.name ?? someone}: ${entry.text}`)), [chat, someone]);
  useEffect(() => {
    if (!open) {
      setSaid("");
    }
  }, [open]);
  return said;
}

function keepHere(event: Event) {
  event.stopPropagation();
}
