import type {
  Attachment,
  Channel,
  Colleague,
  Entry,
  EntryEvent,
  Identity,
  InboxItem,
  Person,
  PersonPresence,
  Queue,
  QueueRef,
  Queues,
  Topic,
} from "../../types/api.ts";

/** The people and customers of the mock world: a shop for home furnishing. */

export const me: Person = {
  id: "p-lotte",
  name: "Lotte Jansen",
  email: "lotte@loper.test",
  roles: ["agent", "administrator"],
  language: "en",
  phone: "+31612340001",
};

const standing = (state: PersonPresence["state"], more: Partial<PersonPresence> = {}): PersonPresence => ({
  state,
  reason: null,
  note: null,
  until: null,
  since: state === "offline" ? null : new Date(Date.now() - 3_600_000).toISOString(),
  ...more,
});

const colleague = (
  id: string,
  name: string,
  role: Colleague["roles"][number],
  presence: PersonPresence,
  speaks: string[],
): Colleague => ({
  id,
  name,
  roles: [role],
  online: presence.state === "online" || presence.state === "busy",
  presence,
  speaks,
  capacity: {},
  cover: null,
  queues: { every: true, only: null },
  active: true,
  email: `${id.slice(2)}@loper.test`,
  phone: null,
});

export const people: Colleague[] = [
  colleague("p-lotte", "Lotte Jansen", "agent", standing("online"), ["nl", "en"]),
  colleague("p-fatima", "Fatima Aydin", "agent", standing("online"), ["nl", "en", "tr"]),
  {
    ...colleague("p-bram", "Bram Kuipers", "agent", standing("busy"), ["nl", "de"]),
    queues: { every: false, only: { main: "agent", billing: "agent" } },
  },
  colleague(
    "p-inge",
    "Inge Vermeer",
    "supervisor",
    standing("away", { reason: "lunch", until: new Date(Date.now() + 1_500_000).toISOString() }),
    ["nl", "en"],
  ),
  colleague("p-noor", "Noor de Wit", "administrator", standing("offline"), ["nl"]),
];

const queue = (part: QueueRef & Pick<Queue, "position" | "main">): Queue => ({
  brand: null,
  calendar: null,
  languages: [],
  rules: null,
  targets: {},
  automatic: false,
  active: true,
  version: 1,
  ...part,
});

export const queues: Queues = {
  items: [
    queue({ id: "main", name: "Advice", names: { nl: "Advies" }, position: 0, main: true }),
    queue({
      id: "orders",
      name: "Orders & delivery",
      names: { nl: "Bestellingen en levering" },
      position: 1,
      main: false,
    }),
    queue({ id: "billing", name: "Invoices", names: { nl: "Facturen" }, position: 2, main: false }),
  ],
  others: [{ id: "warehouse", name: "Warehouse", names: { nl: "Magazijn" } }],
};

export type Story = {
  id: string;
  /** Where it waits; the main queue if nothing is said. */
  queue?: string;
  name: string;
  language: "en" | "nl";
  title: string;
  channel: Channel;
  /** Minutes the customer waits; null when nobody waits. */
  waiting: number | null;
  assignee: string | null;
  unread: boolean;
  failed?: boolean;
  preview: string;
  by?: "agent";
  /** Minutes since the last entry. */
  at: number;
  identities: Identity[];
};

const identity = (id: string, kind: string, value: string, level: Identity["level"]): Identity => ({
  id,
  kind,
  value,
  level,
  shared: false,
  proof: null,
  lastSeen: new Date(Date.now() - 3_600_000).toISOString(),
});

export const stories: Story[] = [
  {
    id: "annemarie",
    queue: "orders",
    name: "Annemarie van den Berg",
    language: "nl",
    title: "Assembly appointment",
    channel: "sms",
    waiting: 52,
    assignee: "p-lotte",
    unread: true,
    preview: "De monteur is niet geweest, ik heb de hele ochtend gewacht.",
    at: 52,
    identities: [identity("i1", "phone", "+31628419017", "observed")],
  },
  {
    id: "youssef",
    queue: "orders",
    name: "Youssef El Amrani",
    language: "en",
    title: "Order 4722-10",
    channel: "whatsapp",
    waiting: 31,
    assignee: "p-lotte",
    unread: true,
    preview: "Can I still change the delivery date? I’m away Friday",
    at: 31,
    identities: [identity("i2", "whatsapp", "+31618837720", "observed")],
  },
  {
    id: "daan",
    queue: "orders",
    name: "Daan Hoekstra",
    language: "nl",
    title: "Sofa Lund, damaged",
    channel: "whatsapp",
    waiting: 24,
    assignee: "p-lotte",
    unread: false,
    preview: "De bank is er, maar één poot is gebroken. Zie foto. Zaterdag krijgen we bezoek.",
    at: 24,
    identities: [
      identity("i3", "whatsapp", "+31619047752", "observed"),
      identity("i4", "email", "daan.hoekstra@xs4all.nl", "verified"),
      identity("i5", "visitor", "v-8812", "observed"),
    ],
  },
  {
    id: "wouters",
    queue: "billing",
    name: "Familie Wouters",
    language: "nl",
    title: "Invoice 2026-0914",
    channel: "email",
    waiting: 19,
    assignee: "p-bram",
    unread: false,
    preview: "Factuur 2026-0914 klopt niet: wij hebben 2 stoelen besteld, geen 4.",
    at: 19,
    identities: [identity("i6", "email", "wouters@planet.nl", "observed")],
  },
  {
    id: "eva",
    queue: "orders",
    name: "Eva Lindeman",
    language: "en",
    title: "Order 4711-82 not received",
    channel: "email",
    waiting: 6,
    assignee: "p-lotte",
    unread: true,
    preview: "One more thing: if the lamp turns up after all, can you send it to my work?",
    at: 6,
    identities: [
      identity("i7", "email", "eva.lindeman@posteo.nl", "verified"),
      identity("i8", "phone", "+31628419017", "verified"),
      identity("i9", "whatsapp", "+31628419017", "observed"),
      identity("i10", "instagram", "@evalind", "claimed"),
    ],
  },
  {
    id: "lieke",
    name: "Lieke Janssen",
    language: "nl",
    title: "Rug Noor",
    channel: "chat",
    waiting: 4,
    assignee: null,
    unread: true,
    preview: "Hoi! Is het kleed Noor ook in 200 × 300 leverbaar?",
    at: 4,
    identities: [identity("i11", "visitor", "v-1", "observed")],
  },
  {
    id: "thijs",
    name: "Thijs Bakker",
    language: "nl",
    title: "Back in stock",
    channel: "sms",
    waiting: 3,
    assignee: null,
    unread: false,
    preview: "wanneer komt deze weer binnen?",
    at: 3,
    identities: [identity("i12", "phone", "+31640012233", "observed")],
  },
  {
    id: "leiden",
    name: "Visitor from Leiden",
    language: "nl",
    title: "New question",
    channel: "chat",
    waiting: 1,
    assignee: null,
    unread: true,
    preview: "Klopt het dat bezorgen op zaterdag kan?",
    at: 1,
    identities: [identity("i13", "visitor", "v-2", "observed")],
  },
  {
    id: "ruben",
    queue: "orders",
    name: "Ruben Smit",
    language: "nl",
    title: "Repair 3391",
    channel: "sms",
    waiting: null,
    assignee: "p-lotte",
    unread: false,
    failed: true,
    preview: "Ik vraag het na bij de werkplaats en laat het je weten.",
    by: "agent",
    at: 150,
    identities: [identity("i14", "phone", "+31655510201", "observed")],
  },
  {
    id: "emma",
    queue: "orders",
    name: "Emma Mulder",
    language: "nl",
    title: "Return, table Arc",
    channel: "email",
    waiting: null,
    assignee: "p-lotte",
    unread: false,
    preview: "Helemaal goed, dan hoor ik het morgen.",
    at: 174,
    identities: [identity("i15", "email", "emma.mulder@gmail.com", "observed")],
  },
  {
    id: "jan",
    name: "Jan Willem Prins",
    language: "nl",
    title: "Stair runner",
    channel: "email",
    waiting: null,
    assignee: "p-lotte",
    unread: false,
    preview: "I asked our fitter, Karel, to measure the stairs on Monday.",
    by: "agent",
    at: 250,
    identities: [identity("i16", "email", "jw@prins.nl", "observed")],
  },
  {
    id: "hanneke",
    queue: "orders",
    name: "Hanneke Vos",
    language: "nl",
    title: "Pick-up chair",
    channel: "email",
    waiting: null,
    assignee: "p-lotte",
    unread: false,
    preview: "Dank je wel, tot vrijdag.",
    at: 1500,
    identities: [identity("i17", "email", "hannekevos@ziggo.nl", "observed")],
  },
];

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export function itemOf(story: Story): InboxItem {
  const person = people.find((one) => one.id === story.assignee);
  const waitingSince = story.waiting === null ? null : ago(story.waiting);
  return {
    topic: {
      id: `t-${story.id}`,
      title: story.title,
      status: "open",
      assignee: story.assignee,
      assigneeName: person?.name ?? null,
      queue: story.queue ?? "main",
      waitingSince,
      createdAt: ago(story.waiting ?? story.at),
      resolvedAt: null,
      snoozedUntil: null,
      promise: null,
      target: null,
      call: null,
    },
    customer: { id: `c-${story.id}`, name: story.name },
    conversation: `k-${story.id}`,
    preview: story.preview,
    previewBy: story.by ?? "customer",
    channel: story.channel,
    unread: story.unread,
    at: ago(story.at),
    failed: story.failed ?? false,
    order: orderOf({ status: "open", waitingSince, snoozedUntil: null }, ago(story.at)),
  };
}

/** Snoozed ones by when they come back; of the others those who wait by how long, then the rest by how new. */
export function orderOf(
  { status, waitingSince, snoozedUntil }: Pick<Topic, "status" | "waitingSince" | "snoozedUntil">,
  at: string,
): string {
  if (status === "snoozed" && snoozedUntil) return `0${snoozedUntil}`;
  return status !== "resolved" && waitingSince ? `0${waitingSince}` : `1${String(9_999_999_999_999 - Date.parse(at))}`;
}

let counter = 0;

/** An entry as a story tells it: what it does not say is not there. */
export type EntryPart = Omit<Partial<Entry>, "event" | "attachments"> & {
  topic: string;
  event?: (Partial<EntryEvent> & { kind: string }) | null;
  attachments?: (Partial<Attachment> & Pick<Attachment, "id" | "name" | "type" | "size" | "url">)[];
};

const nothing: Omit<EntryEvent, "kind"> = {
  person: null,
  title: null,
  deed: null,
  customer: null,
  until: null,
  queue: null,
  why: null,
  since: null,
  handover: null,
};

export function entry({ event = null, attachments = [], ...part }: EntryPart): Entry {
  counter += 1;
  const at = part.at ?? new Date().toISOString();
  return {
    id: `e-${String(Date.parse(at)).padStart(14, "0")}-${String(counter).padStart(6, "0")}`,
    type: "message",
    channel: "email",
    account: "email-support",
    direction: "in",
    from: null,
    to: [],
    cc: [],
    subject: null,
    text: "",
    html: null,
    quote: null,
    author: { kind: "customer", id: null, name: "" },
    at,
    sentAt: null,
    delivery: null,
    deliveryAt: null,
    deliveryReason: null,
    undoUntil: null,
    clientId: null,
    attachments: attachments.map((file) => ({ contentId: null, place: "beside", scanState: "unscanned", ...file })),
    event: event && { ...nothing, ...event },
    reason: null,
    automatic: false,
    promise: null,
    replyTo: null,
    related: null,
    call: null,
    imported: false,
    ...part,
  };
}
