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
  removeFile: "Remove {name}",
  charactersLeft: "{count} characters left",
  charactersOver: "{count} characters too many. Shorten your message to send it.",
  uploading: "{name}, {percent}% sent",
  uploadWaiting: "{name}, waiting for the connection",
  uploadTooLarge: "{name} is too large. A file may be {limit} at most.",
  uploadTooMany: "A message may have {limit} files at most.",
  uploadKind: "{name} is a kind of file we cannot accept.",
  uploadPace: "{name} was not sent: too many files at once. Try again in a minute.",
  uploadFailed: "{name} was not sent. Check your connection and try again.",
  tryAgain: "Try again",
  uploadsFirst: "Wait until your file has been sent.",
  typing: "{name} is typing",
  someone: "Someone",
  withdrawn: "This message was withdrawn.",
  detailsWhy: "So that we can reach you if you leave",
  detailsHint: "Both are optional.",
  name: "Name",
  email: "Email address",
  emailWrong: "This is not a whole email address, such as name@example.com.",
  save: "Save",
  notNow: "Not now",
  detailsSaving: "We keep your details as soon as there is a connection.",
  detailsStored: "Thank you. If you leave, we can still reach you.",
  offered: "Is {email} yours? Then we can go on where we stopped.",
  sent: "Type the code we sent to {email}.",
  wrong: "That is not the code, or it is used up.",
  right: "Thank you. We know it is you.",
  tooOften: "That was often. Wait a minute, then try again.",
  code: "Code",
  askCode: "Send me a code",
  proveCode: "Confirm",
  slow: "Nobody has answered yet. You may leave: the answer comes here.",
  slowLeave: "Leave your email address",
  yesterday: "yesterday",
  goOn: "Go on elsewhere",
  toWhatsapp: "Go on in WhatsApp",
  toEmail: "Go on by email",
  toSms: "Go on by text message",
  toVoice: "Go on by phone",
  stayHere: "Stay here",
  goOnFailed: "That does not work now. Try it again in a moment.",
  mailMe: "Go on by email",
  mailSent: "We wrote to you. Answer that mail, and we go on there.",
  callUs: "Call us and key in your code:",
  codeUntil: "Good until {time}.",
  openApp: "Open the app",
  scan: "Or scan this with your phone, and send the message that stands ready.",
  openFile: "{name}, {size}, opens in a new tab",
  promised: "Promised before {time}",
  late: "Late: promised before {time}",
  kept: "Kept",
  settled: "Settled",
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
  removeFile: "{name} verwijderen",
  charactersLeft: "Nog {count} tekens",
  charactersOver: "{count} tekens te veel. Maak je bericht korter om het te versturen.",
  uploading: "{name}, {percent}% verstuurd",
  uploadWaiting: "{name}, wacht op verbinding",
  uploadTooLarge: "{name} is te groot. Een bestand mag hoogstens {limit} zijn.",
  uploadTooMany: "Een bericht mag hoogstens {limit} bestanden hebben.",
  uploadKind: "{name} is een soort bestand dat we niet kunnen aannemen.",
  uploadPace: "{name} is niet verstuurd: te veel bestanden tegelijk. Probeer het over een minuut opnieuw.",
  uploadFailed: "{name} is niet verstuurd. Kijk of je verbinding hebt en probeer het opnieuw.",
  tryAgain: "Opnieuw proberen",
  uploadsFirst: "Wacht tot je bestand is verstuurd.",
  typing: "{name} typt",
  someone: "Iemand",
  withdrawn: "Dit bericht is ingetrokken.",
  detailsWhy: "Zodat we je kunnen bereiken als je weggaat",
  detailsHint: "Allebei niet verplicht.",
  name: "Naam",
  email: "E-mailadres",
  emailWrong: "Dit is geen volledig e-mailadres, zoals naam@voorbeeld.nl.",
  save: "Bewaren",
  notNow: "Niet nu",
  detailsSaving: "We bewaren je gegevens zodra er verbinding is.",
  detailsStored: "Dank je. Ook als je weggaat kunnen we je bereiken.",
  offered: "Is {email} van jou? Dan gaan we verder waar we waren.",
  sent: "Typ de code die we naar {email} stuurden.",
  wrong: "Dat is de code niet, of hij is verbruikt.",
  right: "Dank je. We weten dat jij het bent.",
  tooOften: "Dat was vaak. Wacht een minuut en probeer het opnieuw.",
  code: "Code",
  askCode: "Stuur me een code",
  proveCode: "Bevestigen",
  slow: "Nog niemand heeft geantwoord. Je mag weg: het antwoord komt hier.",
  slowLeave: "Laat je e-mailadres achter",
  yesterday: "gisteren",
  goOn: "Ergens anders verder",
  toWhatsapp: "Verder via WhatsApp",
  toEmail: "Verder per e-mail",
  toSms: "Verder per sms",
  toVoice: "Verder per telefoon",
  stayHere: "Blijf hier",
  goOnFailed: "Dat lukt nu niet. Probeer het zo nog eens.",
  mailMe: "Verder per e-mail",
  mailSent: "We hebben je gemaild. Beantwoord die mail, dan gaan we daar verder.",
  callUs: "Bel ons en toets je code in:",
  codeUntil: "Geldig tot {time}.",
  openApp: "Open de app",
  scan: "Of scan dit met je telefoon, en verstuur het bericht dat klaarstaat.",
  openFile: "{name}, {size}, opent in een nieuw tabblad",
  promised: "Beloofd vóór {time}",
  late: "Te laat: beloofd vóór {time}",
  kept: "Gedaan",
  settled: "Afgehandeld",
};

export const TABLES = { en, nl } satisfies Record<Language, Record<Key, string>>;

/** The words of one language, and its way of writing moments and sizes. */
export interface Words {
  language: Language;
  say(key: Key, values?: Record<string, string | number>): string;
  /** 13:38 */
  time(iso: string): string;
  /** The time, with its day when that is not today: "yesterday 13:38", "Mon 3 Nov 13:38". */
  moment(iso: string, now: number): string;
  /** 340 KB, 2.1 MB */
  size(bytes: number): string;
}

const DAY = 86_400_000;

export function wordsIn(language: Language): Words {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const date = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const say: Words["say"] = (key, values = {}) =>
    TABLES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  const time = (iso: string) => clock.format(new Date(iso));
  return {
    language,
    say,
    time,
    moment(iso, now) {
      const at = new Date(iso);
      if (at.toDateString() === new Date(now).toDateString()) {
        return time(iso);
      }
      const wasYesterday = at.toDateString() === new Date(now - DAY).toDateString();
      return `${wasYesterday ? say("yesterday") : date.format(at)} ${time(iso)}`;
    },
    size: (bytes) =>
      bytes < 1_000_000
        ? `${number.format(Math.max(1, Math.round(bytes / 1000)))} KB`
        : `${number.format(bytes / 1_000_000)} MB`,
  };
}
