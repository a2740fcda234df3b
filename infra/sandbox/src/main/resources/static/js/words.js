// Every word of the page, in English and Dutch.

const WORDS = {
  en: {
    sandbox: 'sandbox',
    intro: 'You are the customer here. What you write reaches Loper over the same wires as in real life.',
    who: 'Who you are',
    else: 'Somebody else',
    name: 'Name',
    number: 'Number, such as +31612345678',
    email: 'Email address',
    become: 'Be this person',
    needOne: 'Give a number or an email address.',
    badNumber: 'A number begins with a plus and the country, without spaces: +31612345678.',
    news: 'new',
    places: 'Elsewhere',
    shop: 'Web shop, with the chat',
    inbox: 'Loper’s inbox, the agents’ side',
    runs: 'Loper is running',
    runsNot: 'Loper is not running',
    runsAt: 'at {url}',
    startIt: 'Mail waits for it in the mailbox; texts come in once it looks through Twilio’s log. Start it at {url}, this page notices by itself.',
    dark: 'Dark', light: 'Light',
    phone: 'Phone', mail: 'Mail', chat: 'Shop',
    noPhone: 'This person has no phone number.',
    noMail: 'This person has no email address.',
    smsEmpty: 'No texts yet.',
    smsEmptyHint: 'Text {number} and somebody at Veldhuis Wonen answers here.',
    waEmpty: 'No WhatsApp messages yet.',
    waEmptyHint: 'A business may not begin here: it can answer for 24 hours after you wrote.',
    to: 'to {number}',
    placeholder: 'Write a message',
    attach: 'Attach', send: 'Send', remove: 'Remove', reply: 'Reply', answering: 'Answering:',
    picture: 'Picture', file: 'File',
    business: 'Veldhuis Wonen',
    underway: 'on its way',
    arrived: 'arrived',
    lost: 'Loper did not take it.', again: 'Try again',
    readTold: 'read, and they know',
    deliveredTold: 'delivered',
    windowOpen: 'They may answer freely until {time}',
    windowOver: 'The 24 hours are over: only a template gets through',
    windowNone: 'They may not write before you do',
    passTime: 'Let 24 hours pass',
    calls: 'Calls', keypad: 'Keypad',
    callEmpty: 'No calls yet.',
    callEmptyHint: 'Call {number}: what a caller hears stands here as text.',
    callOn: 'the call is on', callOver: 'the call is over',
    dial: 'Call {number}', hangUp: 'Hang up',
    colleagueRings: 'A colleague’s phone rings: {number}', colleagueTalks: 'You speak with the colleague at {number}',
    youAreRung: 'Your phone rings: the shop calls', youSpeak: 'You speak with the shop',
    pickUp: 'Pick up there', pickUpHere: 'Pick up', ignore: 'Let it ring',
    tone: 'After the tone', speak: 'Speak for 12 seconds',
    write: 'Write a mail',
    mailEmpty: 'No mail yet.',
    mailEmptyHint: 'Write to {address}; the answer arrives here, in the same thread.',
    pick: 'Choose a mail to read it.',
    you: 'You',
    noSubject: '(no subject)',
    quoted: 'Earlier in this thread',
    headers: 'Headers: what keeps the thread together',
    raw: 'Source',
    toField: 'To', subject: 'Subject',
    wrote: 'On {time} {name} wrote:',
    back: 'All mail', discard: 'Discard',
    today: 'Today', yesterday: 'Yesterday', tomorrow: 'Tomorrow',
    here: 'What happens here',
    lessonStart: 'Write as {name}. Texts go to Loper as webhooks signed like Twilio’s, mail goes over SMTP and IMAP, and answers come back the same way.',
    lessonTyped: '{name}’s message became a webhook, signed with the account’s key. Loper stored it and only then answered {status}.',
    lessonRetry: '{name}’s message needed {attempts} tries: Loper answered at last with {status}. It keeps one copy, because every try carried the same id.',
    lessonRefused: 'Loper answered {status}, so it did not take the message. Twilio keeps it in its log; nothing is lost.',
    lessonLost: 'Nobody answered at Loper in {attempts} tries. Twilio keeps the message in its log, where Loper looks every five minutes once it runs.',
    lessonText: 'Loper asked the Messages API to send this; it was checked, carried here, and Loper was told: queued, sent, delivered.',
    lessonCall: 'Twilio asks Loper at every step of a call what is to be done, with a signed webhook. Loper answers in TwiML, and you hear it.',
    lessonRead: 'You looked at it, so Loper was just told: read. The agent sees that beside the answer.',
    lessonMailOut: 'The mail went over SMTP into {address}; Loper was waiting there with IMAP IDLE and has it within a second.',
    lessonMailIn: 'Loper’s answer came over SMTP. Its References header names your mail, so both stay in one thread.',
    lessonWindow: 'For WhatsApp 24 hours have gone by: free text from Loper now fails with code 63016. Write again and the window opens.',
  },
  nl: {
    sandbox: 'zandbak',
    intro: 'Hier ben je de klant. Wat je schrijft bereikt Loper langs dezelfde weg als in het echt.',
    who: 'Wie je bent',
    else: 'Iemand anders',
    name: 'Naam',
    number: 'Nummer, zoals +31612345678',
    email: 'E-mailadres',
    become: 'Word deze persoon',
    needOne: 'Geef een nummer of een e-mailadres.',
    badNumber: 'Een nummer begint met een plus en het land, zonder spaties: +31612345678.',
    news: 'nieuw',
    places: 'Elders',
    shop: 'Webwinkel, met de chat',
    inbox: 'De inbox van Loper, de kant van de medewerkers',
    runs: 'Loper draait',
    runsNot: 'Loper draait niet',
    runsAt: 'op {url}',
    startIt: 'E-mail wacht in de mailbox; berichten komen binnen zodra Loper het logboek van Twilio doorloopt. Start het op {url}, deze pagina merkt het vanzelf.',
    dark: 'Donker', light: 'Licht',
    phone: 'Telefoon', mail: 'E-mail', chat: 'Winkel',
    noPhone: 'Deze persoon heeft geen telefoonnummer.',
    noMail: 'Deze persoon heeft geen e-mailadres.',
    smsEmpty: 'Nog geen berichten.',
    smsEmptyHint: 'Sms naar {number}, dan antwoordt iemand van Veldhuis Wonen hier.',
    waEmpty: 'Nog geen WhatsApp-berichten.',
    waEmptyHint: 'Een bedrijf mag hier niet beginnen: het kan tot 24 uur na jouw bericht antwoorden.',
    to: 'aan {number}',
    placeholder: 'Schrijf een bericht',
    attach: 'Bijlage', send: 'Versturen', remove: 'Verwijderen', reply: 'Antwoorden', answering: 'Antwoord op:',
    picture: 'Foto', file: 'Bestand',
    business: 'Veldhuis Wonen',
    underway: 'onderweg',
    arrived: 'aangekomen',
    lost: 'Loper nam het niet aan.', again: 'Opnieuw',
    readTold: 'gelezen, en dat weten ze',
    deliveredTold: 'bezorgd',
    windowOpen: 'Ze mogen vrij antwoorden tot {time}',
    windowOver: 'De 24 uur zijn om: alleen een sjabloon komt nog aan',
    windowNone: 'Ze mogen pas schrijven na jou',
    passTime: 'Laat 24 uur voorbijgaan',
    calls: 'Gesprekken', keypad: 'Toetsen',
    callEmpty: 'Nog geen gesprekken.',
    callEmptyHint: 'Bel {number}: wat een beller hoort staat hier als tekst.',
    callOn: 'het gesprek loopt', callOver: 'het gesprek is voorbij',
    dial: 'Bel {number}', hangUp: 'Ophangen',
    colleagueRings: 'De telefoon van een collega gaat over: {number}', colleagueTalks: 'Je spreekt met de collega op {number}',
    youAreRung: 'Je telefoon gaat over: de winkel belt', youSpeak: 'Je spreekt met de winkel',
    pickUp: 'Neem daar op', pickUpHere: 'Neem op', ignore: 'Laat rinkelen',
    tone: 'Na de toon', speak: 'Spreek 12 seconden',
    write: 'Nieuwe e-mail',
    mailEmpty: 'Nog geen e-mail.',
    mailEmptyHint: 'Schrijf naar {address}; het antwoord komt hier, in dezelfde draad.',
    pick: 'Kies een e-mail om die te lezen.',
    you: 'Jij',
    noSubject: '(geen onderwerp)',
    quoted: 'Eerder in deze draad',
    headers: 'Kopregels: wat de draad bijeenhoudt',
    raw: 'Bron',
    toField: 'Aan', subject: 'Onderwerp',
    wrote: 'Op {time} schreef {name}:',
    back: 'Alle e-mail', discard: 'Weggooien',
    today: 'Vandaag', yesterday: 'Gisteren', tomorrow: 'Morgen',
    here: 'Wat hier gebeurt',
    lessonStart: 'Schrijf als {name}. Berichten gaan naar Loper als webhooks, ondertekend zoals Twilio dat doet; e-mail gaat via SMTP en IMAP; antwoorden komen langs dezelfde weg terug.',
    lessonTyped: 'Het bericht van {name} werd een webhook, ondertekend met de sleutel van het account. Loper sloeg het op en antwoordde pas daarna: {status}.',
    lessonRetry: 'Het bericht van {name} had {attempts} pogingen nodig: toen antwoordde Loper {status}. Het bewaart één exemplaar, want elke poging droeg hetzelfde kenmerk.',
    lessonRefused: 'Loper antwoordde {status} en nam het bericht dus niet aan. Twilio houdt het in zijn logboek; er gaat niets verloren.',
    lessonLost: 'Bij Loper antwoordde niemand, na {attempts} pogingen. Twilio houdt het bericht in zijn logboek; daar kijkt Loper elke vijf minuten in, zodra het draait.',
    lessonText: 'Loper vroeg de Messages API dit te versturen; het is gecontroleerd en hierheen gebracht, en Loper hoorde: in de rij, verzonden, bezorgd.',
    lessonCall: 'Twilio vraagt Loper bij elke stap van een gesprek wat er moet gebeuren, met een ondertekende webhook. Loper antwoordt in TwiML, en dat hoor je.',
    lessonRead: 'Je hebt het gezien, dus Loper hoorde zojuist: gelezen. De medewerker ziet dat bij het antwoord.',
    lessonMailOut: 'De e-mail ging via SMTP naar {address}; Loper wachtte daar met IMAP IDLE en heeft hem binnen een seconde.',
    lessonMailIn: 'Het antwoord van Loper kwam via SMTP. De regel References noemt jouw e-mail, dus blijven beide in één draad.',
    lessonWindow: 'Voor WhatsApp zijn er 24 uur voorbij: vrije tekst van Loper mislukt nu met code 63016. Schrijf weer, en het venster gaat open.',
  },
};

const saved = localStorage.getItem('sandbox.language');
let language = saved ?? (navigator.language.startsWith('nl') ? 'nl' : 'en');
document.documentElement.lang = language;

export const currentLanguage = () => language;

export function setLanguage(next) {
  language = next;
  localStorage.setItem('sandbox.language', next);
  document.documentElement.lang = next;
}

/** The words for a key, with {names} filled in. */
export function t(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function clock(iso) {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso));
}

export function exact(iso) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium', hour12: false }).format(new Date(iso));
}

/** Today, yesterday, or a date. */
export function day(iso) {
  const then = new Date(iso);
  const now = new Date();
  const days = Math.round((startOf(now) - startOf(then)) / 86400000);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  if (days === -1) return t('tomorrow');
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(then);
}

/** A time today, else a short date. */
export function brief(iso) {
  const then = new Date(iso);
  return startOf(then) === startOf(new Date()) ? clock(iso)
    : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(then);
}

function startOf(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
