export type Language = "nl" | "en";

const en = {
  chat: "Chat",
  chatWith: "Chat with {name}",
  openChat: "Open chat",
  closeChat: "Close chat",
  unreadOne: "1 new message",
  unreadMany: "{count} new messages",
  messages: "Messages",
  you: "You",
  them: "Us",
  connecting: "Connecting…",
  offline: "No connection. We keep trying.",
  olderLoading: "Loading earlier messages…",
  older: "Show earlier messages",
  newBelow: "New message",
  newRule: "New",
  placeholder: "Write a message",
  send: "Send",
  attach: "Add a file",
  drop: "Drop your file here",
  empty: "Ask your question. This conversation stays here, also when you come back.",
  sending: "Sending…",
  received: "Received {time}",
  notRead: "Received {time}, not read yet",
  read: "Received {time}, read",
  waitingLine: "Not sent yet: no connection. We keep trying.",
  waitingStore: "Not sent yet: we cannot take it in just now. We keep trying.",
  waitingPace: "Not sent yet: many messages at once. It goes out in a moment.",
  failedLong: "Not sent: the message is too long. Shorten it and send it again.",
  failedLarge: "Not sent: the message is too large. Send it in parts.",
  failedFrame: "Not sent: this message could not be taken in. Change it and send it again.",
  edit: "Change",
  remove: "Remove",
  charactersLeft: "{count} characters left",
  charactersOver: "{count} characters too many. Shorten your message to send it.",
  uploadsFirst: "Wait until your file has been sent.",
  typing: "{name} is typing",
  someone: "Someone",
  withdrawn: "This message was withdrawn.",
  detailsSaving: "We keep your details as soon as there is a connection.",
  detailsStored: "Thank you. If you leave, we can still reach you.",
  slow: "Nobody has answered yet.",
  slowLeave: "Leave your email address",
  openUntil: "We answer until {time}.",
  closed: "We are closed.",
  closedUntil: "We are closed until {time}.",
  leave: "Leave your message: we answer here or by email.",
  answerLater: "You may leave: we answer here or by email.",
  isWith: "{name} is with you.",
  youAreNext: "You are next.",
  beforeOne: "One person before you.",
  beforeMany: "{count} people before you.",
  beforeMore: "More than {count} people before you.",
  mayLeave: "You may leave: the answer comes here.",
  yesterday: "yesterday",
  tomorrow: "tomorrow",
  goOn: "Go on elsewhere",
  toWhatsapp: "Go on in WhatsApp",
  toEmail: "Go on by email",
  toSms: "Go on by text message",
  toVoice: "Go on by phone",
  toCall: "Call me",
  elsewhere: "Elsewhere:",
  email: "Email",
  sms: "Text",
  voice: "Phone",
  goOnFailed: "That does not work now. Try it again in a moment.",
  openFile: "{name}, {size}, opens in a new tab",
  promised: "Promised before {time}",
  late: "Late: promised before {time}",
  kept: "Kept",
  settled: "Settled",
  follow: "Follow it",
} as const;

export type Key = keyof typeof en;

const nl: Record<Key, string> = {
  chat: "Chat",
  chatWith: "Chat met {name}",
  openChat: "Chat openen",
  closeChat: "Chat sluiten",
  unreadOne: "1 nieuw bericht",
  unreadMany: "{count} nieuwe berichten",
  messages: "Berichten",
  you: "Jij",
  them: "Wij",
  connecting: "Verbinding maken…",
  offline: "Geen verbinding. We blijven het proberen.",
  olderLoading: "Eerdere berichten laden…",
  older: "Eerdere berichten tonen",
  newBelow: "Nieuw bericht",
  newRule: "Nieuw",
  placeholder: "Schrijf een bericht",
  send: "Versturen",
  attach: "Bestand toevoegen",
  drop: "Laat je bestand hier los",
  empty: "Stel je vraag. Dit gesprek blijft hier staan, ook als je terugkomt.",
  sending: "Versturen…",
  received: "Ontvangen {time}",
  notRead: "Ontvangen {time}, nog niet gelezen",
  read: "Ontvangen {time}, gelezen",
  waitingLine: "Nog niet verstuurd: geen verbinding. We blijven het proberen.",
  waitingStore: "Nog niet verstuurd: we kunnen het nu even niet aannemen. We blijven het proberen.",
  waitingPace: "Nog niet verstuurd: veel berichten tegelijk. Het gaat zo mee.",
  failedLong: "Niet verstuurd: het bericht is te lang. Maak het korter en verstuur het opnieuw.",
  failedLarge: "Niet verstuurd: het bericht is te groot. Verstuur het in delen.",
  failedFrame: "Niet verstuurd: dit bericht konden we niet aannemen. Pas het aan en verstuur het opnieuw.",
  edit: "Aanpassen",
  remove: "Verwijderen",
  charactersLeft: "Nog {count} tekens",
  charactersOver: "{count} tekens te veel. Maak je bericht korter om het te versturen.",
  uploadsFirst: "Wacht tot je bestand is verstuurd.",
  typing: "{name} typt",
  someone: "Iemand",
  withdrawn: "Dit bericht is ingetrokken.",
  detailsSaving: "We bewaren je gegevens zodra er verbinding is.",
  detailsStored: "Dank je. Ook als je weggaat kunnen we je bereiken.",
  slow: "Nog niemand heeft geantwoord.",
  slowLeave: "Laat je e-mailadres achter",
  openUntil: "Wij zijn er tot {time}.",
  closed: "We zijn gesloten.",
  closedUntil: "We zijn gesloten tot {time}.",
  leave: "Laat je bericht achter: we antwoorden hier of per e-mail.",
  answerLater: "Je mag weg: we antwoorden hier of per e-mail.",
  isWith: "{name} is er voor je.",
  youAreNext: "Je bent als eerste aan de beurt.",
  beforeOne: "Nog één persoon voor je.",
  beforeMany: "Nog {count} mensen voor je.",
  beforeMore: "Meer dan {count} mensen voor je.",
  mayLeave: "Je mag weg: het antwoord komt hier.",
  yesterday: "gisteren",
  tomorrow: "morgen",
  goOn: "Ergens anders verder",
  toWhatsapp: "Verder via WhatsApp",
  toEmail: "Verder per e-mail",
  toSms: "Verder per sms",
  toVoice: "Verder per telefoon",
  toCall: "Bel mij",
  elsewhere: "Elders:",
  email: "E-mail",
  sms: "Sms",
  voice: "Telefoon",
  goOnFailed: "Dat lukt nu niet. Probeer het zo nog eens.",
  openFile: "{name}, {size}, opent in een nieuw tabblad",
  promised: "Beloofd vóór {time}",
  late: "Te laat: beloofd vóór {time}",
  kept: "Gedaan",
  settled: "Afgehandeld",
  follow: "Bekijk",
};

export const TABLES = { en, nl } satisfies Record<Language, Record<Key, string>>;

export type Values = Record<string, string | number>;

/** The words of one language, and its way of writing moments and sizes. */
export interface Words {
  language: Language;
  say(key: Key, values?: Values): string;
  /** 13:38 */
  time(iso: string): string;
  /** The time, with its day when that is not today: "yesterday 13:38", "tomorrow 09:00", "Mon 3 Nov 13:38". */
  moment(iso: string, now: number): string;
  /** 340 KB, 2.1 MB */
  size(bytes: number): string;
}

/** A text with its values in place. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

const DAY = 86_400_000;

export function wordsIn(language: Language): Words {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const date = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const say: Words["say"] = (key, values) => filled(TABLES[language][key], values);
  const time = (iso: string) => clock.format(new Date(iso));
  return {
    language,
    say,
    time,
    moment(iso, now) {
      const at = new Date(iso);
      const isOn = (day: number) => at.toDateString() === new Date(day).toDateString();
      if (isOn(now)) {
        return time(iso);
      }
      const day = isOn(now - DAY) ? say("yesterday") : isOn(now + DAY) ? say("tomorrow") : date.format(at);
      return `${day} ${time(iso)}`;
    },
    size: (bytes) =>
      bytes < 1_000_000
        ? `${number.format(Math.max(1, Math.round(bytes / 1000)))} KB`
        : `${number.format(bytes / 1_000_000)} MB`,
  };
}
