const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hoi|hallo|hé|dag|beste|geachte|goede ?(?:morgen|middag|avond)|goedenavond)\b[^.,!?:]{0,40}[.,!]\s+(?=\S)/i;

/** The first sentence of what they wrote that says something, as far as it can be quoted: no greeting is one. */
export function firstSentence(words: string): string {
  const whole = words.trim().replace(/\s+/g, " ");
  const told = whole.replace(greeting, "");
  const line = told === whole ? whole : told.charAt(0).toUpperCase() + told.slice(1);
  const end = line.search(/[.!?](\s|$)/);
  const first = end >= 0 ? line.slice(0, end + 1) : line;
  return first.length > 160 ? `${first.slice(0, 159)}…` : first;
}
