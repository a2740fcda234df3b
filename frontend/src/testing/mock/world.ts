import type {
  Addressing,
  Call,
  Channel,
  Colleague,
  Conversation,
  ConversationTopic,
  Counts,
  Department,
  Entry,
  InboxItem,
  Invitation,
  LiveCall,
  NewInvitation,
  NewMessage,
  NewNote,
  PersonPresence,
  PersonWork,
  PresenceWish,
  QueueRef,
  QueueView,
  ReplyOption,
  Team,
  ViewName,
} from "../../types/api.ts";
import type { HandoverRoute, RouteFigures } from "../../types/handover.ts";
import type { Deed, GiveWish, Suggestion } from "../../types/identity.ts";
import type { Occasion } from "../../types/occasion.ts";
import type { ColleagueRequest, PromiseActions, PromiseRecord } from "../../types/promise.ts";
import type { Change, Frame } from "../../types/push.ts";
import type { Calendar } from "../../types/queue.ts";
import { entry, itemOf, me, orderOf, people, queues, type Story, stories } from "./cast.ts";
import { mockRouteFigures, mockRoutes } from "./handovers.ts";
import { threadOf } from "./threads.ts";

type Topic = InboxItem & { resolvedAt: string | null; createdAt: string };

/** A server in miniature: enough of the contract to work with, and to prove that pushes equal a fresh load. */
export class World {
  sequence = 1;
  signedIn = true;
  undoMs = 8_000;
  people: Colleague[] = [...people];
  calls: LiveCall[] = [];
  invitations: Invitation[] = [];
  teams: Team[] = [];
  departments: Department[] = [];
  occasions: Occasion[] = [];
  /** What customers wish of answers by text message. */
  wishes: { wished?: boolean; quietUntil?: string } = {};
  /** The moment that is noticed in a draft that reads like a promise. */
  noticedAt: string | null = null;
  calendars: Calendar[] | undefined;
  routes: HandoverRoute[] = mockRoutes();
  routeFigures: RouteFigures[] = mockRouteFigures;
  /** How often a screen told that its person types or clicks. */
  inputs = 0;
  /** What the screen said of itself when it subscribed. */
  subscribed: Record<string, string> = {};
  readonly topics = new Map<string, Topic>();
  /** Conversations that were joined to another: under their old id that one is found. */
  readonly joined = new Map<string, string>();
  readonly entries = new Map<string, Entry[]>();
  /** The queues this person may look into, and those they may only send topics to. */
  queues = queues;
  readonly hidden = new Set<string>();
  readonly byClient = new Map<string, Entry>();
  readonly log: { sequence: number; change: Change }[] = [];
  readonly promises: PromiseRecord[] = [];
  /** Customer id → who may be the same person. */
  readonly suggestions = new Map<string, Suggestion[]>();
  readonly deeds: Deed[] = [];
  /** What was given to other customers, as it was asked. */
  readonly gifts: GiveWish[] = [];
  /** Splits that were taken back. */
  readonly unsplit: string[] = [];
  readonly requests: (ColleagueRequest & { promise?: string; topic?: string })[] = [];
  /** What the house offers to promise. */
  promiseActions: PromiseActions = { en: [], nl: [], version: "0" };
  /** Where the customer is now, nobody can write to them. */
  unreachable = false;
  /** Whether the customer's address was only typed. */
  unproven = false;
  /** Its test has ended: what it still had to say is not said. */
  over = false;
  /** The open connections; closing them is a network that fails. */
  readonly sockets = new Set<{ close(): void }>();
  /** What the screen said last that it shows. */
  watched: { thread?: string; view?: { name: string; rows?: string[] } } = {};
  private readonly listeners = new Set<(frame: Frame) => void>();
  private readonly stories = new Map<string, Story>();

  constructor() {
    for (const story of stories) this.add(story);
  }

  private add(story: Story) {
    const item = itemOf(story);
    const thread = threadOf(story);
    this.stories.set(item.conversation, story);
    this.entries.set(item.conversation, thread);
    this.topics.set(item.topic.id, { ...item, resolvedAt: null, createdAt: thread[0]?.at ?? item.at });
    for (const other of new Set(thread.map((one) => one.topic))) {
      if (this.topics.has(other)) continue;
      const last = thread.findLast((one) => one.topic === other);
      if (!last) continue;
      this.topics.set(other, {
        ...item,
        topic: {
          ...item.topic,
          id: other,
          title: titles[other.split("-").at(-1) ?? ""] ?? "Earlier",
          status: "resolved",
          waitingSince: null,
        },
        preview: last.text,
        channel: last.channel ?? "email",
        unread: false,
        at: last.at,
        failed: false,
        order: orderOf({ status: "resolved", waitingSince: null, snoozedUntil: null }, last.at),
        resolvedAt: last.at,
        createdAt: last.at,
      });
    }
  }

  get live(): string {
    return `mock:${this.sequence}`;
  }

  viewsOf(item: InboxItem): ViewName[] {
    if (item.topic.status !== "open") return [item.topic.status];
    const views: ViewName[] = ["all", `queue:${item.topic.queue}`];
    if (item.topic.assignee === me.id) views.push("mine");
    if (item.topic.assignee === null) views.push("unassigned");
    return views;
  }

  list(view: ViewName): InboxItem[] {
    const items = [...this.topics.values()].filter((item) => this.viewsOf(item).includes(view)).map(bare);
    return view === "resolved"
      ? items.sort((left, right) => by(right.at, left.at) || by(left.topic.id, right.topic.id))
      : items.sort((left, right) => by(left.order, right.order) || by(left.topic.id, right.topic.id));
  }

  counts(): Counts {
    const waiting = (view: ViewName) => this.list(view).filter((item) => item.topic.waitingSince).length;
    const views = this.queues.items.map((queue): QueueView => `queue:${queue.id}`);
    const longest = (view: ViewName) => {
      const first = this.list(view).find((item) => item.topic.waitingSince)?.topic.waitingSince;
      return first ? { [view]: first } : {};
    };
    return {
      views: {
        mine: this.list("mine").length,
        unassigned: this.list("unassigned").length,
        snoozed: this.list("snoozed").length,
        all: this.list("all").length,
        resolved: this.list("resolved").length,
        ...Object.fromEntries(views.map((view) => [view, this.list(view).length])),
      },
      waiting: {
        mine: waiting("mine"),
        unassigned: waiting("unassigned"),
        all: waiting("all"),
        ...Object.fromEntries(views.map((view) => [view, waiting(view)])),
      },
      longest: Object.assign({}, ...views.map(longest)),
    };
  }

  conversation(asked: string): Conversation | null {
    const id = this.joined.get(asked) ?? asked;
    const story = this.stories.get(id);
    if (!story) return null;
    const topics = [...this.topics.values()]
      .filter((item) => item.conversation === id)
      .map(
        (item): ConversationTopic => ({
          ...item.topic,
          channel: item.channel,
          preview: item.preview,
          previewBy: item.previewBy,
          at: item.at,
          unread: item.unread,
          failed: item.failed,
        }),
      );
    return {
      id,
      customer: {
        id: `c-${story.id}`,
        name: story.name,
        conversation: id,
        language: story.language,
        zone: "Europe/Amsterdam",
        since: "2019-04-02T09:00:00Z",
        identities: story.identities,
      },
      topics,
      live: this.live,
    };
  }

  /** Whom the newest mail asks to answer. */
  private everybody(id: string, customer: string): Addressing {
    const mail = this.entries.get(id)?.findLast((one) => one.channel === "email" && one.type === "message");
    const others = (all: string[]) => all.filter((one) => one !== customer && !one.endsWith("@loper.test"));
    const asked = mail?.direction === "in" ? (mail.replyTo ?? null) : null;
    return {
      to: [customer, ...others(mail?.to ?? [])],
      cc: others(mail?.cc ?? []),
      newcomers: [],
      replyTo: mail && asked ? { entry: mail.id, from: customer, address: asked } : null,
    };
  }

  options(id: string): ReplyOption[] {
    const story = this.stories.get(id);
    const has = (kind: string) => story?.identities.find((one) => one.kind === kind);
    const option = (part: Partial<ReplyOption> & Pick<ReplyOption, "channel" | "account">): ReplyOption => ({
      accountName: part.account,
      to: null,
      available: true,
      reason: null,
      reasonText: null,
      windowEndsAt: null,
      quietUntil: null,
      everybody: null,
      capabilities: {
        attachments: true,
        maxAttachmentBytes: 10_000_000,
        maxAttachments: part.channel === "whatsapp" ? 1 : 10,
        maxLength: null,
        html: false,
        subject: false,
        letters: false,
        receipts: ["sent", "delivered", "read"],
      },
      ...part,
    });
    const reach = (kind: string) => {
      const found = has(kind);
      return found ? { to: { kind, value: found.value } } : { available: false, reason: "no-address" };
    };
    const closed =
      story?.id === "eva"
        ? {
            available: false,
            reason: "window-closed",
            windowEndsAt: new Date(Date.now() - 40 * 3_600_000).toISOString(),
          }
        : { windowEndsAt: new Date(Date.now() + 23.6 * 3_600_000).toISOString() };
    return [
      option({
        channel: "email",
        account: "email-support",
        ...reach("email"),
        capabilities: {
          attachments: true,
          maxAttachmentBytes: 20_000_000,
          maxAttachments: 10,
          maxLength: null,
          html: true,
          subject: true,
          letters: true,
          receipts: ["sent"],
        },
        everybody: this.everybody(id, has("email")?.value ?? ""),
      }),
      ...(has("visitor") || story?.id === "eva"
        ? [option({ channel: "chat", account: "chat-web", to: { kind: "visitor", value: "v" } })]
        : []),
      option({
        channel: "sms",
        account: "sms-main",
        ...reach("phone"),
        capabilities: {
          attachments: false,
          maxAttachmentBytes: 0,
          maxAttachments: 10,
          maxLength: 1600,
          html: false,
          subject: false,
          letters: false,
          receipts: ["sent", "delivered"],
        },
      }),
      option({
        channel: "whatsapp",
        account: "whatsapp-main",
        ...reach("whatsapp"),
        ...(has("whatsapp") ? closed : {}),
      }),
      ...(this.wishes.quietUntil
        ? [
            option({
              channel: "voice",
              account: "voice-main",
              ...reach("phone"),
              available: false,
              reason: "spoken",
              quietUntil: this.wishes.quietUntil,
            }),
          ]
        : []),
    ];
  }

  emit(change: Change) {
    this.sequence += 1;
    this.log.push({ sequence: this.sequence, change });
    this.push({ cursor: this.live, changes: [change] });
  }

  push(frame: Frame) {
    for (const listener of this.listeners) listener(frame);
  }

  listen(listener: (frame: Frame) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  since(cursor: string): Change[] {
    const from = Number(cursor.split(":")[1]);
    return this.log.filter((one) => one.sequence > from).map((one) => one.change);
  }

  private changeTopic(id: string, change: (item: Topic) => Topic): InboxItem | null {
    const before = this.topics.get(id);
    if (!before) return null;
    const after = change(before);
    const next = { ...after, order: orderOf(after.topic, after.at) };
    this.topics.set(id, next);
    this.emit({ type: "topic", item: bare(next), views: this.viewsOf(next) });
    this.emit({ type: "counts", ...this.counts() });
    return bare(next);
  }

  private put(conversation: string, one: Entry): Entry {
    const thread = this.entries.get(conversation) ?? [];
    const at = thread.findIndex((other) => other.id === one.id);
    if (at >= 0) thread[at] = one;
    else thread.push(one);
    this.entries.set(conversation, thread);
    this.emit({ type: "entry", conversation, entry: this.seen(one) });
    return one;
  }

  assign(topic: string, assignee: string | null): InboxItem | null {
    const person = this.people.find((one) => one.id === assignee);
    const item = this.changeTopic(topic, (one) => ({
      ...one,
      topic: { ...one.topic, assignee, assigneeName: person?.name ?? null },
    }));
    if (item)
      this.put(
        item.conversation,
        entry({
          topic,
          type: "system",
          channel: null,
          direction: null,
          author: { kind: "agent", id: me.id, name: me.name },
          event: person ? { kind: "assigned", person: { id: person.id, name: person.name } } : { kind: "unassigned" },
        }),
      );
    return item;
  }

  stand(id: string, wish: PresenceWish): Colleague | null {
    const before = this.people.find((one) => one.id === id);
    if (!before) return null;
    const presence: PersonPresence = {
      state: wish.state,
      reason: wish.state === "away" ? (wish.reason ?? "other") : null,
      note: wish.note ?? null,
      until: wish.until ?? null,
      since: new Date().toISOString(),
    };
    return this.changePerson({ ...before, presence, online: wish.state !== "away" });
  }

  /** What was asked to be handed over, newest last. */
  readonly handedOver: { from: string; to: string | null }[] = [];

  invite(wish: NewInvitation): Invitation {
    const made: Invitation = {
      ...wish,
      language: wish.language === "nl" ? "nl" : "en",
      speaks: wish.speaks ?? [],
      queues: wish.queues ?? { every: true, only: null },
      id: `i-${this.invitations.length + 1}`,
      by: me.id,
      sentAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      expired: false,
      link: null,
      mail: null,
      mailReason: null,
    };
    this.invitations = [...this.invitations, made];
    return { ...made, link: `https://help.example.com/welcome?token=${made.id}-secret`, mail: "sent" };
  }

  work(id: string): PersonWork {
    const mine = [...this.topics.values()].filter(({ topic }) => topic.assignee === id);
    const open = mine.filter(({ topic }) => topic.status === "open");
    const cover = this.people.find((one) => one.id === id)?.cover;
    const to = this.people.find((one) => `person:${one.id}` === cover);
    return {
      open: open.length,
      waiting: open.filter(({ topic }) => topic.waitingSince).length,
      snoozed: mine.filter(({ topic }) => topic.status === "snoozed").length,
      to: to?.id ?? null,
      toName: to?.name ?? null,
      unseen: 0,
    };
  }

  /** A call that concerns the person here comes in, or goes on; its entry stands in its thread. */
  calling(live: LiveCall, call: Call): Entry {
    this.calls = [...this.calls.filter((one) => one.entry !== live.entry), ...(call.state === "over" ? [] : [live])];
    const one = entry({
      topic: live.topic,
      type: "call",
      channel: "voice",
      account: "voice-main",
      at: live.since,
      call,
    });
    const told = this.put(live.conversation, {
      ...one,
      id: live.entry,
      from: "+31612345601",
      author: { kind: "customer", id: live.customer.id, name: live.customer.name },
    });
    this.emit({ type: "call", entry: live.entry, call: call.state === "over" ? null : live });
    return told;
  }

  /** This person's phone rings first. */
  place(conversation: string, topic: string, to: string): Entry {
    const call: Call = {
      ...{ state: "ringing", outcome: null, known: null, seconds: null, note: null },
      ...{ person: { id: me.id, name: me.name }, out: true, picked: false },
    };
    const placed = this.put(conversation, {
      ...entry({ topic, type: "call", channel: "voice", account: "voice-main", direction: "out", to: [to], call }),
      author: { kind: "agent", id: me.id, name: me.name },
    });
    const customer = this.topics.get(topic)?.customer ?? { id: "", name: "" };
    const live: LiveCall = {
      ...{ entry: placed.id, conversation, topic, customer, state: "ringing", mine: true, person: call.person },
      ...{ known: null, since: placed.at, out: true, picked: false },
    };
    this.calls = [...this.calls, live];
    this.emit({ type: "call", entry: placed.id, call: live });
    return placed;
  }

  callNote(conversation: string, id: string, text: string): Entry | null {
    const one = this.entries.get(conversation)?.find((found) => found.id === id);
    if (!one?.call) return null;
    const by = { id: me.id, name: me.name };
    const note = text.trim() ? { text: text.trim(), by, at: new Date().toISOString() } : null;
    return this.put(conversation, { ...one, call: { ...one.call, note } });
  }

  changePerson(person: Colleague): Colleague {
    this.people = [...this.people.filter((one) => one.id !== person.id), person].sort((left, right) =>
      left.name.localeCompare(right.name),
    );
    this.emit({ type: "person", person });
    return person;
  }

  settle(topic: string, status: "resolved" | "open"): InboxItem | null {
    const now = new Date().toISOString();
    const item = this.changeTopic(topic, (one) => ({
      ...one,
      topic: {
        ...one.topic,
        status,
        snoozedUntil: null,
        waitingSince: status === "resolved" ? null : one.topic.waitingSince,
      },
      resolvedAt: status === "resolved" ? now : null,
      at: now,
    }));
    if (item)
      this.put(
        item.conversation,
        entry({
          topic,
          type: "system",
          channel: null,
          direction: null,
          author: { kind: "agent", id: me.id, name: me.name },
          event: { kind: status === "resolved" ? "resolved" : "reopened" },
        }),
      );
    return item;
  }

  snooze(topic: string, until: string): InboxItem | null {
    const item = this.changeTopic(topic, (one) => ({
      ...one,
      topic: { ...one.topic, status: "snoozed", snoozedUntil: until },
      at: new Date().toISOString(),
    }));
    if (item)
      this.put(
        item.conversation,
        entry({
          topic,
          type: "system",
          channel: null,
          direction: null,
          author: { kind: "agent", id: me.id, name: me.name },
          event: { kind: "snoozed", until },
        }),
      );
    return item;
  }

  /** To another queue, with a word; out of sight where it is one this person may not look into. */
  moveTopic(topic: string, queue: QueueRef, note: string): InboxItem | null {
    const item = this.changeTopic(topic, (one) => ({ ...one, topic: { ...one.topic, queue: queue.id } }));
    if (!item) return null;
    const visible = this.queues.items.some((one) => one.id === queue.id);
    if (!visible) {
      this.hidden.add(topic);
      this.topics.delete(topic);
      this.emit({ type: "removed", topic });
      this.emit({ type: "counts", ...this.counts() });
    }
    this.put(
      item.conversation,
      entry({
        topic,
        type: "system",
        channel: null,
        direction: null,
        author: { kind: "agent", id: me.id, name: me.name },
        text: note,
        event: { kind: "queued", queue: { id: queue.id, name: queue.name } },
      }),
    );
    return visible ? item : null;
  }

  /** A page, newest first, as this person may read it: what is hidden collapses, a run into one. */
  readable(entries: Entry[]): Entry[] {
    return entries
      .map((one) => this.seen(one))
      .filter((one, index, all) => one.type !== "hidden" || all[index - 1]?.type !== "hidden");
  }

  private seen(one: Entry): Entry {
    if (!this.hidden.has(one.topic)) return one;
    return {
      ...entry({ topic: "", channel: null, direction: null, author: { kind: "system", id: null, name: "" } }),
      id: one.id,
      at: one.at,
      type: "hidden",
    };
  }

  rename(topic: string, title: string): InboxItem | null {
    return this.changeTopic(topic, (one) => ({ ...one, topic: { ...one.topic, title } }));
  }

  read(topic: string) {
    this.changeTopic(topic, (one) => ({ ...one, unread: false }));
  }

  /** A customer arrives by a handover: the timeline tells it. */
  goesOn(
    conversation: string,
    handover: { id: string; topic: string; from: Channel; to: Channel; code: string | null },
  ) {
    this.put(
      conversation,
      entry({
        topic: handover.topic,
        type: "system",
        channel: null,
        account: null,
        direction: null,
        author: { kind: "customer", id: "k", name: "Eva Lindeman" },
        event: {
          kind: "handover-arrived",
          handover: { id: handover.id, from: handover.from, to: handover.to, code: handover.code },
        },
      }),
    );
  }

  send(conversation: string, message: NewMessage | NewNote): Entry {
    const before = this.byClient.get(message.clientId);
    if (before) return before;
    const note = !("channel" in message);
    const topic = message.topic ?? "";
    const one = entry({
      topic,
      type: note ? "note" : "message",
      channel: note ? null : message.channel,
      account: note ? null : (message.account ?? null),
      direction: note ? null : "out",
      author: { kind: "agent", id: me.id, name: me.name },
      to: note ? [] : [message.to ?? []].flat(),
      cc: note ? [] : (message.cc ?? []),
      text: message.text,
      quote: !note && message.quote ? "On Monday somebody wrote:\n> What was said before" : null,
      subject: note ? null : (message.subject ?? null),
      clientId: message.clientId,
      delivery: note ? null : "queued",
      undoUntil: note ? null : new Date(Date.now() + this.undoMs).toISOString(),
    });
    this.byClient.set(message.clientId, one);
    this.put(conversation, one);
    if (!note)
      this.changeTopic(topic, (item) => ({
        ...item,
        preview: message.text,
        previewBy: "agent",
        channel: message.channel,
        at: one.at,
        unread: false,
        topic: {
          ...item.topic,
          waitingSince: null,
          assignee: item.topic.assignee ?? me.id,
          assigneeName: item.topic.assigneeName ?? me.name,
        },
      }));
    return one;
  }

  update(conversation: string, id: string, change: Partial<Entry>): Entry | null {
    const found = this.entries.get(conversation)?.find((one) => one.id === id);
    return found ? this.put(conversation, { ...found, ...change }) : null;
  }

  /** A note that came by itself, such as a colleague's answer. */
  note(conversation: string, text: string, part: Partial<Entry>): Entry {
    const story = this.stories.get(conversation);
    const one = entry({
      topic: `t-${story?.id}`,
      channel: null,
      author: { kind: "agent", id: me.id, name: me.name },
      text,
      type: "note",
      direction: null,
      ...part,
    });
    this.put(conversation, one);
    return one;
  }

  receive(conversation: string, text: string): Entry | null {
    const story = this.stories.get(conversation);
    if (!story) return null;
    const topic = `t-${story.id}`;
    const one = entry({
      topic,
      channel: story.channel,
      author: { kind: "customer", id: `c-${story.id}`, name: story.name },
      text,
    });
    this.put(conversation, one);
    this.changeTopic(topic, (item) => ({
      ...item,
      preview: text,
      previewBy: "customer",
      unread: true,
      resolvedAt: null,
      at: one.at,
      topic: { ...item.topic, status: "open", snoozedUntil: null, waitingSince: item.topic.waitingSince ?? one.at },
    }));
    return one;
  }

  /** Something is promised in a topic. */
  promised(topic: string, dueAt: string): void {
    this.changeTopic(topic, (item) => ({
      ...item,
      topic: { ...item.topic, promise: { id: "p-promised", dueAt, state: "open" } },
    }));
  }

  /** A customer nobody has seen before. */
  arrive(name: string, text: string): void {
    const id = `new-${this.sequence}`;
    this.add({
      id,
      name,
      language: "nl",
      title: text.slice(0, 40),
      channel: "chat",
      waiting: 0,
      assignee: null,
      unread: true,
      preview: text,
      at: 0,
      identities: [],
    });
    const item = this.topics.get(`t-${id}`);
    if (!item) return;
    this.emit({ type: "topic", item: bare(item), views: this.viewsOf(item) });
    this.emit({ type: "counts", ...this.counts() });
  }
}

const titles: Record<string, string> = {
  invoice: "Invoice for order 4688-10",
  old: "Which bulb fits Fjord?",
  colour: "Colour of Lund in daylight",
};

function bare({ resolvedAt: _, createdAt: __, ...item }: Topic): InboxItem {
  return item;
}

function by(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
