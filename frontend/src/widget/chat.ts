import { createDetails, DETAILS, type Person } from "./details";
import type { Keep } from "./keep";
import type { Link } from "./link";
import { createOutbox, isOutboxKey, type Unsent, type Uploaded } from "./outbox";
import type { ChatEntry, ServerFrame, Welcome } from "./protocol";
import { createReceipts } from "./receipts";
import { createSender } from "./sender";
import { type Settings, socketUrl } from "./settings";
import {
  arrived,
  type ChatState,
  createStore,
  forgotten,
  historyCame,
  INITIAL,
  type Invite,
  type Proof,
  type ReadMark,
  type Store,
  stayed,
  stored,
  unread,
  welcomed,
} from "./store";
import { nextBefore } from "./timeline";
import { createTransport } from "./transport";
import { AGENT_PAUSE, createTyping } from "./typing";

/** The longest message, in UTF-16 units. */
export const LONGEST_TEXT = 8_000;

/** What the chat takes from its surroundings, so that tests can give it others. */
export interface World {
  keep: Keep;
  /** What only this tab remembers, through reloads. */
  session: Keep;
  now(): number;
  random(): number;
  uuid(): string;
  socket(url: string): WebSocket;
  page(): { url: string; title: string };
}

/** One visitor's chat in one tab: the state to show and everything that can be done. */
export interface Chat {
  store: Store<ChatState>;
  open(): void;
  close(): void;
  /** Opens the chat again when it was open on the page before. */
  reopen(): void;
  /** What the visitor has written and not yet sent, kept through a reload. */
  draft: { get(): string; set(text: string): void };
  /** `call` is the number at which the visitor wants to be called. */
  send(text: string, attachments: Uploaded[], call?: string): void;
  /** Takes back a message that was refused for good, to change it or to forget it. */
  takeBack(id: string): Unsent | null;
  typed(): void;
  older(): void;
  /** The end of the conversation is before the visitor's eyes. */
  looking(): void;
  /** Asks how to go on through another channel; null thinks better of it. */
  goOn(to: string | null, address?: string): void;
  /** Declines an offer to go on elsewhere. */
  stay(offer: string): void;
  /** Asks the visitor, unless they are here already. */
  invite(invite: Invite): void;
  /** They open the chat upon it, or wave it away. */
  answerInvite(answer: "taken" | "dismissed"): void;
  saveDetails(person: Person): void;
  declineDetails(): void;
  /** Asks for a one-time code to the address that was left. */
  askCode(): void;
  prove(code: string): void;
  visitor(): string | null;
  /** The network or the page came back. */
  wake(): void;
  /** The line may be dead without knowing it: take a new one. */
  renew(): void;
  /** The page goes away, or to sleep. */
  pause(): void;
  /** The page is there, from the start or again. */
  resume(): void;
  /** Calls back for each new entry of an agent that came over the line. */
  onAgent(listener: (entry: ChatEntry) => void): void;
}

const VISITOR = "visitor";
const READ = "read";
const OPEN = "open";
const DRAFT = "draft";
const ACKNOWLEDGED = "acknowledged";

/** An unsent message and the entry it became. */
interface Acknowledged {
  message: Unsent;
  entry: string;
  at: string;
}

export function createChat(settings: Settings, world: World): Chat {
  const { keep, session } = world;
  const outbox = createOutbox(keep, world.uuid(), world.now);
  const store = createStore<ChatState>(INITIAL);
  const agentListeners: ((entry: ChatEntry) => void)[] = [];
  let greetedAs: string | null = null;
  let agentTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  const declined = new Set<string>();

  const set = (part: Partial<ChatState>) => store.update((state) => ({ ...state, ...part }));
  const showUnsent = () => set({ unsent: outbox.all() });
  const showDetails = () => set({ details: details.state() });

  if (settings.visitor && settings.visitor !== keep.get(VISITOR)) {
    keep.remove(READ);
    // They were reached somewhere, or they would not be here: nobody asks them how.
    keep.set(DETAILS, "stored");
    keep.set(VISITOR, settings.visitor);
  }

  const transport = createTransport({
    socket: () => world.socket(socketUrl(settings)),
    random: world.random,
    hello() {
      greetedAs = keep.get(VISITOR);
      return {
        type: "hello",
        ...(greetedAs ? { visitor: greetedAs } : {}),
        language: settings.language,
        page: world.page(),
        ...(settings.login ? { login: settings.login } : {}),
      };
    },
    onFrame: receive,
    onLink: lineChanged,
  });
  const receipts = createReceipts(transport.send);
  const typing = createTyping(transport.send);
  const details = createDetails(keep, transport.send);
  const sender = createSender({
    outbox,
    transmit: transport.send,
    random: world.random,
    onSilence: () => transport.restart(),
    onHeld: (held) => set({ held }),
    onChange: showUnsent,
  });

  function lineChanged(link: Link): void {
    if (link.phase === "ready") {
      return; // The welcome that follows says so.
    }
    sender.lineLost();
    clearTimeout(agentTimer);
    const line = link.phase === "off" ? "quiet" : "attempt" in link && link.attempt > 0 ? "trying" : "connecting";
    set({ line, typing: null, asked: null });
  }

  function receive(frame: ServerFrame): void {
    switch (frame.type) {
      case "welcome":
        greet(frame);
        break;
      case "entry":
        store.update((state) => arrived(state, frame.entry));
        acknowledge([frame.entry]);
        hear(frame.entry);
        break;
      case "stored":
        becomeEntry(sender.stored(frame.id), frame);
        break;
      case "refused":
        if (frame.id !== null && frame.id === store.get().elsewhere?.id) {
          store.update((state) => ({ ...state, elsewhere: state.elsewhere && { ...state.elsewhere, failed: true } }));
        } else {
          sender.refused(frame);
        }
        if (frame.id === null && frame.reason === "too-fast") {
          step("tooOften");
        }
        break;
      case "elsewhere":
        if (frame.id === store.get().elsewhere?.id) {
          set({ elsewhere: { to: frame.to, id: frame.id, shown: frame, failed: false } });
        }
        break;
      case "over":
        if (frame.offer === store.get().elsewhere?.shown?.offer) {
          set({ elsewhere: null });
        }
        break;
      case "typing":
        agentTyping(frame.on ? frame.name : null);
        break;
      case "standing":
        set({ standing: frame });
        break;
      case "seen":
        set({ seen: frame.entry });
        break;
      case "history":
        store.update((state) => historyCame(state, frame.entries, frame.more));
        mendGap();
        break;
      case "code-sent":
        step("sent");
        break;
      case "proven":
        step(frame.right ? "right" : "wrong");
        break;
      case "details-stored":
        details.acknowledged();
        showDetails();
        break;
    }
  }

  function decline(offer: string): void {
    transport.send({ type: "stay", offer });
    store.update((state) => stayed(state, offer));
  }

  function step(to: Proof["step"]): void {
    const { proof } = store.get();
    if (proof) {
      set({ proof: { ...proof, step: to } });
    }
  }

  /** Shows an acknowledged message as an entry, here and in the other tabs. */
  function becomeEntry(message: Unsent | null, { entry, at }: { entry: string; at: string }): void {
    if (message) {
      store.update((state) => stored(state, message, entry, at));
      keep.set(ACKNOWLEDGED, JSON.stringify({ message, entry, at } satisfies Acknowledged));
      keep.remove(ACKNOWLEDGED);
    }
  }

  function greet(frame: Welcome): void {
    const known = keep.get(VISITOR);
    if (known !== null && known !== greetedAs && known !== frame.visitor) {
      // Another tab became this visitor meanwhile: be the same one.
      transport.restart();
      return;
    }
    if (known !== frame.visitor) {
      keep.set(VISITOR, frame.visitor);
      if (known !== null) {
        forget();
      }
    }
    store.update((state) => welcomed(state, frame));
    // Said again, as the line may have been down.
    declined.forEach(decline);
    acknowledge(frame.entries);
    receipts.again();
    const last = frame.entries.findLast((entry) => entry.from !== "visitor");
    if (last) {
      receipts.received(last.id);
    }
    details.resend();
    mendGap();
    sender.pump();
  }

  /** The server no longer knows who we were: what belonged to that visitor goes, unsent messages stay. */
  function forget(): void {
    keep.remove(READ);
    if (details.state() === "stored") {
      keep.remove(DETAILS);
    }
    store.update(forgotten);
    showDetails();
  }

  /** An entry with the id of an unsent message proves that the message is stored, though its answer was lost. */
  function acknowledge(entries: ChatEntry[]): void {
    for (const { clientId } of entries) {
      if (clientId !== null && store.get().unsent.some((message) => message.id === clientId)) {
        sender.stored(clientId);
      }
    }
  }

  function hear(entry: ChatEntry): void {
    if (entry.from !== "visitor") {
      receipts.received(entry.id);
    }
    if (entry.from === "agent" && !entry.withdrawn) {
      for (const listener of agentListeners) {
        listener(entry);
      }
    }
  }

  function agentTyping(name: string | null): void {
    clearTimeout(agentTimer);
    set({ typing: name });
    if (name !== null) {
      agentTimer = setTimeout(() => set({ typing: null }), AGENT_PAUSE);
    }
  }

  function mendGap(): void {
    if (store.get().timeline.gap !== null) {
      older();
    }
  }

  function older(): void {
    const { asked, timeline } = store.get();
    const before = nextBefore(timeline);
    if (asked === null && before !== null && transport.send({ type: "history", before })) {
      set({ asked: before });
    }
  }

  function changedElsewhere(key: string, value: string | null): void {
    if (isOutboxKey(key)) {
      showUnsent();
      sender.pump();
    } else if (key === READ) {
      set({ readMark: markOf(value) });
    } else if (key === DETAILS) {
      showDetails();
    } else if (key === ACKNOWLEDGED && value !== null) {
      const { message, entry, at } = JSON.parse(value) as Acknowledged;
      store.update((state) => stored(state, message, entry, at));
    } else if (key === VISITOR && value !== null) {
      // A tab without a line learns that there is a conversation; one that greets as nobody greets again.
      transport.start();
    }
  }

  function answerInvite(answer: "taken" | "dismissed"): void {
    const { invite } = store.get();
    if (invite && !invite.answered) {
      set({ invite: answer === "taken" ? { ...invite, answered: true } : null });
      window.loperSteps?.answer(invite.id, answer);
    }
  }

  function open(): void {
    answerInvite("taken");
    session.set(OPEN, "yes");
    set({ open: true });
    transport.start();
  }

  return {
    store,
    open,
    reopen() {
      if (session.get(OPEN) !== null) {
        open();
      }
    },
    draft: {
      get: () => session.get(DRAFT) ?? "",
      set: (text) => (text ? session.set(DRAFT, text) : session.remove(DRAFT)),
    },
    close() {
      session.remove(OPEN);
      typing.stopped();
      set({ open: false });
    },
    send(text, attachments, call) {
      typing.stopped();
      outbox.add({ id: world.uuid(), text, attachments, createdAt: world.now(), ...(call ? { call } : {}) });
      showUnsent();
      if (call && !settings.login && store.get().ways.includes("sms")) {
        set({ proof: { address: call, by: "phone", step: "offered" } });
      }
      transport.start();
      transport.wake();
      sender.pump();
    },
    takeBack(id) {
      const message = outbox.all().find((one) => one.id === id && one.failure !== null) ?? null;
      if (message) {
        outbox.remove(id);
        showUnsent();
      }
      return message;
    },
    typed: () => typing.typed(world.now()),
    older,
    looking() {
      const last = store.get().timeline.entries.findLast((entry) => entry.from !== "visitor");
      if (!last) {
        return;
      }
      if (unread(store.get()).length > 0) {
        const readMark = { entry: last.id, at: last.at };
        keep.set(READ, JSON.stringify(readMark));
        set({ readMark });
      }
      receipts.read(last.id);
    },
    goOn(to, address) {
      const id = world.uuid();
      set({ elsewhere: to === null ? null : { to, id, shown: null, failed: false } });
      // The visitor is asked first for an address to write to, or a number to call.
      if (to !== null && to !== "call" && (to !== "email" || address)) {
        transport.start();
        const sent = transport.send({ type: "go-on", id, to, ...(address ? { address } : {}) });
        if (!sent) {
          set({ elsewhere: { to, id, shown: null, failed: true } });
        }
      }
    },
    stay(offer) {
      declined.add(offer);
      decline(offer);
    },
    invite: (invite) => store.get().open || set({ invite }),
    answerInvite,
    saveDetails(person) {
      details.save(person);
      showDetails();
      if (person.email && !settings.login) {
        set({ proof: { address: person.email, by: "email", step: "offered" } });
      }
    },
    askCode() {
      const { proof } = store.get();
      if (proof) {
        const { by, address } = proof;
        transport.send(by === "email" ? { type: "code", email: address } : { type: "code", phone: address });
      }
    },
    prove: (code) => transport.send({ type: "prove", code }),
    declineDetails() {
      details.decline();
      showDetails();
    },
    visitor: () => keep.get(VISITOR),
    wake: () => transport.wake(),
    renew: () => transport.restart(),
    pause() {
      stopWatching?.();
      stopWatching = undefined;
      sender.stop();
      transport.stop();
    },
    resume() {
      stopWatching ??= keep.watch(changedElsewhere);
      set({ unsent: outbox.all(), readMark: markOf(keep.get(READ)), details: details.state() });
      if (keep.get(VISITOR) !== null || outbox.all().length > 0 || store.get().open) {
        transport.start();
      }
    },
    onAgent: (listener) => agentListeners.push(listener),
  };
}

function markOf(value: string | null): ReadMark | null {
  try {
    return JSON.parse(value ?? "null") as ReadMark | null;
  } catch {
    return null;
  }
}
