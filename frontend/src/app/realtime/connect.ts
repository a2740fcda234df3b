import { Client, ReconnectionTimeMode } from "@stomp/stompjs";
import type { QueryClient } from "@tanstack/react-query";
import { csrfHeaders } from "../../lib/http.ts";
import { liveState } from "../../lib/live-state.ts";
import { presence } from "../../lib/presence.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { sinceInput } from "../../lib/use-input.ts";
import type { Change, Frame, Watches } from "../../types/push.ts";
import { applyChange } from "./apply-change.ts";
import { fetchedPieces, rememberPages } from "./fetched-keys.ts";
import { keysOf, older, WatchBook } from "./watch-book.ts";

export type Live = {
  watch(watches: Watches): void;
  /** Tells colleagues what this person does; `to` is the visitor who may know of it, too. */
  sayPresence(conversation: string, state: "viewing" | "typing" | "left", to?: string | null): void;
  /** Tells that the person types or clicks; now and then is enough. */
  sayInput(): void;
  stop(): void;
};

/** The server speaks at least every 5 s; after this silence the line is taken for dead. */
const silence = 12_000;

const address = () => `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/ws/agent`;

/** The one live connection: watches go out, changes come in, and after any break exactly what was missed. */
export function connect(client: QueryClient, onChange: (change: Change) => void): Live {
  const book = new WatchBook();
  const seenPages = new WeakSet<object>();
  let watches: Watches = {};
  let sentKeys = "";
  let lastFrame = Date.now();
  let headBefore: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stomp = new Client({
    brokerURL: address(),
    heartbeatIncoming: 5_000,
    heartbeatOutgoing: 5_000,
    connectionTimeout: 8_000,
    reconnectDelay: 500,
    maxReconnectDelay: 15_000,
    reconnectTimeMode: ReconnectionTimeMode.EXPONENTIAL,
    beforeConnect: () => {
      stomp.connectHeaders = csrfHeaders();
    },
    onConnect: () => {
      lastFrame = Date.now();
      // Coming back is no input: a screen that nobody sits at stays one.
      const who = { idle: String(sinceInput()), ...(watches.wall ? { wall: "true" } : {}) };
      stomp.subscribe("/user/queue/changes", (message) => receive(JSON.parse(message.body) as Frame), who);
      send(true);
    },
    onStompError: (frame) => {
      if (/signed-out/.test(`${frame.headers.message ?? ""} ${frame.body}`)) askWhoWeAre();
    },
    onWebSocketClose: () => {
      goOffline();
      askWhoWeAre();
    },
  });

  function askWhoWeAre() {
    void client.refetchQueries({ queryKey: queryKeys.session });
  }

  function goOffline() {
    liveState.update((now) => (now.status === "offline" ? now : { ...now, status: "offline", since: lastFrame }));
    presence.set({});
  }

  /** The store's word, which holds until the next one. */
  function statusAfter(frame: Frame): "live" | "away" {
    if (frame.store) return "away";
    return frame.head === undefined && !frame.reload && liveState.get().status === "away" ? "away" : "live";
  }

  /** Behind the head of a whole heartbeat ago, a tail is lost: ask for it. */
  function minds(frame: Frame) {
    if (frame.head === undefined) return;
    if (headBefore !== undefined && older(frame.cursor, headBefore) !== headBefore) send(true);
    headBefore = frame.head;
  }

  function receive(frame: Frame) {
    lastFrame = Date.now();
    if (frame.reload) {
      reload();
    } else {
      for (const change of frame.changes) {
        applyChange(client, change);
        if (change.type === "topic") book.told(`row:${change.item.topic.id}`, frame.cursor);
        onChange(change);
      }
    }
    book.heard(frame.cursor, frame.watch);
    minds(frame);
    const before = liveState.get();
    const status = statusAfter(frame);
    liveState.set({
      status,
      since: before.status === status ? before.since : lastFrame,
      heardAt: status === "live" ? lastFrame : before.heardAt,
    });
  }

  function reload() {
    book.forget();
    headBefore = undefined;
    sentKeys = "";
    const live = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "session" };
    client.removeQueries({ ...live, type: "inactive" });
    void client.invalidateQueries(live);
  }

  function send(resumed: boolean) {
    timer = undefined;
    if (!stomp.connected) return;
    const keys = keysOf(watches);
    const cursor = resumed ? book.resume(keys) : book.turnTo(keys);
    const all = keys.join(" ");
    if (!resumed && cursor === undefined && all === sentKeys) return;
    sentKeys = all;
    const number = book.ask(cursor);
    stomp.publish({
      destination: "/app/watch",
      body: JSON.stringify({ watches, number, ...(cursor ? { cursor } : {}) }),
    });
  }

  const sendSoon = () => {
    timer ??= setTimeout(() => send(false), 60);
  };

  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    const { queryKey, state } = event.query;
    if (event.action.manual) return rememberPages(state.data, seenPages);
    const pieces = fetchedPieces(queryKey, state.data, seenPages);
    for (const piece of pieces) book.fetched(piece.keys, piece.live);
    if (pieces.length > 0) sendSoon();
  });

  for (const { queryKey, state } of client.getQueryCache().getAll())
    if (state.status === "success")
      for (const piece of fetchedPieces(queryKey, state.data, seenPages)) book.fetched(piece.keys, piece.live);

  const watchdog = setInterval(() => {
    if (Date.now() - lastFrame < silence) return;
    goOffline();
    if (stomp.connected) {
      lastFrame = Date.now();
      stomp.forceDisconnect();
    }
  }, 2_000);

  // A network that comes back need not wait for the next try.
  const again = () => {
    if (!stomp.connected) void stomp.deactivate({ force: true }).then(() => stomp.activate());
  };
  window.addEventListener("online", again);
  window.addEventListener("offline", goOffline);
  stomp.activate();

  return {
    watch(next) {
      watches = next;
      sendSoon();
    },
    sayPresence(conversation, state, to = null) {
      if (stomp.connected)
        stomp.publish({
          destination: "/app/presence",
          body: JSON.stringify({ conversation, state, ...(to ? { to } : {}) }),
        });
    },
    sayInput() {
      if (stomp.connected) stomp.publish({ destination: "/app/input", body: "{}" });
    },
    stop() {
      unsubscribe();
      clearInterval(watchdog);
      clearTimeout(timer);
      window.removeEventListener("online", again);
      window.removeEventListener("offline", goOffline);
      void stomp.deactivate();
    },
  };
}
