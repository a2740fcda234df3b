/** The first sentence of what they wrote, as far as it can be quoted. */
export function firstSentence(words: string): string {
  const line = words.trim().replace(/\s+/g, " ");
  const end = line.search(/[.!?](\s|$)/);
  const first = end >= 0 ? line.slice(0, end + 1) : line;
  return first.length > 160 ? `${first.slice(0, 159)}…` : first;
}
