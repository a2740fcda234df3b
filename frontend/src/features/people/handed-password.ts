/** Without l and o, which read like digits: 32 of them, so that each is as likely as any other. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password to be read out and typed once: 80 random bits in four groups. */
export function handedPassword(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  const text = Array.from(drawn, (byte) => letters[byte % letters.length]).join("");
  return text.replaceAll(/(.{4})(?!$)/g, "$1-");
}
