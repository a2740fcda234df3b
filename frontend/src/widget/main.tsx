import { render } from "preact";
import { publish } from "./api";
import { createChat } from "./chat";
import { fetchMore } from "./fetch-more";
import { browserKeep } from "./keep";
import { followPage } from "./life";
import { moreUrl, readSettings, type Settings, uploadUrl } from "./settings";
import { addStyles, dress } from "./styles";
import { uploadTo } from "./uploads";
import { uuid } from "./uuid";
import { App } from "./view/app";
import { once } from "./view/use-more";
import { PHONE } from "./view/whole-screen";

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>("script[data-account]");
const nonce = script?.nonce;
const settings = script && readSettings(script, document, navigator.language);

if (settings && !window.loper) {
  begin(settings);
} else if (!settings) {
  console.error("Loper: the script element needs a src and a data-account.");
}

function begin(settings: Settings): void {
  const chat = createChat(settings, {
    keep: browserKeep(settings.account, window, "localStorage"),
    session: browserKeep(settings.account, window, "sessionStorage"),
    now: Date.now,
    random: Math.random,
    uuid,
    socket: (url) => new WebSocket(url),
    page: () => ({ url: location.href.slice(0, 2000), title: document.title.slice(0, 300) }),
  });
  publish(chat, window);
  addEventListener("loper:invite", (event) => chat.invite((event as CustomEvent).detail));
  const start = () => {
    const host = document.createElement("loper-chat");
    const root = host.attachShadow({ mode: "open" });
    dress(root, host, settings);
    document.body.append(host);
    if (settings.open) {
      chat.open();
    } else if (!window.matchMedia(PHONE).matches) {
      chat.reopen();
    }
    const loadMore = once(async () => {
      const more = import.meta.env.DEV ? (await import("./more/more")).more : await fetchMore(moreUrl(settings), nonce);
      addStyles(root, more.css);
      return more;
    });
    render(
      <App chat={chat} settings={settings} upload={uploadTo(uploadUrl(settings))} loadMore={loadMore} now={Date.now} />,
      root,
    );
    followPage(chat, window, Date.now);
  };
  if (document.body) {
    start();
  } else {
    document.addEventListener("DOMContentLoaded", start);
  }
}
