import { filled, type Language, type Values } from "../i18n";

const en = {
  offered: "Is {email} yours? Then we can go on where we stopped.",
  sent: "Type the code we sent to {email}.",
  wrong: "That is not the code, or it is used up.",
  right: "Thank you. We know it is you.",
  tooOften: "That was often. Wait a minute, then try again.",
  code: "Code",
  askCode: "Send me a code",
  proveCode: "Confirm",
  stayHere: "Stay here",
  mailSent: "We wrote to you. Answer that mail, and we go on there.",
  callUs: "Call us and key in your code:",
  codeUntil: "Good until {time}.",
  openApp: "Open the app",
  scan: "Or scan this with your phone, and send the message that stands ready.",
  detailsWhy: "So that we can reach you if you leave",
  detailsHint: "Both are optional.",
  name: "Name",
  email: "Email address",
  emailWrong: "This is not a whole email address, such as name@example.com.",
  save: "Save",
  notNow: "Not now",
  uploading: "{name}, {percent}% sent",
  uploadWaiting: "{name}, waiting for the connection",
  uploadTooLarge: "{name} is too large. A file may be {limit} at most.",
  uploadTooMany: "A message may have {limit} files at most.",
  uploadKind: "{name} is a kind of file we cannot accept.",
  uploadPace: "{name} was not sent: too many files at once. Try again in a minute.",
  uploadFailed: "{name} was not sent. Check your connection and try again.",
  tryAgain: "Try again",
  removeFile: "Remove {name}",
} as const;

export type MoreKey = keyof typeof en;

const nl: Record<MoreKey, string> = {
  offered: "Is {email} van jou? Dan gaan we verder waar we waren.",
  sent: "Typ de code die we naar {email} stuurden.",
  wrong: "Dat is de code niet, of hij is verbruikt.",
  right: "Dank je. We weten dat jij het bent.",
  tooOften: "Dat was vaak. Wacht een minuut en probeer het opnieuw.",
  code: "Code",
  askCode: "Stuur me een code",
  proveCode: "Bevestigen",
  stayHere: "Blijf hier",
  mailSent: "We hebben je gemaild. Beantwoord die mail, dan gaan we daar verder.",
  callUs: "Bel ons en toets je code in:",
  codeUntil: "Geldig tot {time}.",
  openApp: "Open de app",
  scan: "Of scan dit met je telefoon, en verstuur het bericht dat klaarstaat.",
  detailsWhy: "Zodat we je kunnen bereiken als je weggaat",
  detailsHint: "Allebei niet verplicht.",
  name: "Naam",
  email: "E-mailadres",
  emailWrong: "Dit is geen volledig e-mailadres, zoals naam@voorbeeld.nl.",
  save: "Bewaren",
  notNow: "Niet nu",
  uploading: "{name}, {percent}% verstuurd",
  uploadWaiting: "{name}, wacht op verbinding",
  uploadTooLarge: "{name} is te groot. Een bestand mag hoogstens {limit} zijn.",
  uploadTooMany: "Een bericht mag hoogstens {limit} bestanden hebben.",
  uploadKind: "{name} is een soort bestand dat we niet kunnen aannemen.",
  uploadPace: "{name} is niet verstuurd: te veel bestanden tegelijk. Probeer het over een minuut opnieuw.",
  uploadFailed: "{name} is niet verstuurd. Kijk of je verbinding hebt en probeer het opnieuw.",
  tryAgain: "Opnieuw proberen",
  removeFile: "{name} verwijderen",
};

export const MORE_TABLES = { en, nl } satisfies Record<Language, Record<MoreKey, string>>;

/** Says what is only said here. */
export function sayIn(language: Language): (key: MoreKey, values?: Values) => string {
  return (key, values) => filled(MORE_TABLES[language][key], values);
}
