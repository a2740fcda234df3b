/** How many parts an SMS becomes (GSM 03.38: 160 alone or 153 each; UCS-2: 70 alone or 67 each). */
export type Segments = { units: number; parts: number; perPart: number; plain: boolean };

const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "^{}\\[~]|€\f";

export function smsSegments(text: string): Segments {
  let units = 0;
  let plain = true;
  for (const character of text) {
    if (basic.includes(character)) units += 1;
    else if (extended.includes(character)) units += 2;
    else {
      plain = false;
      break;
    }
  }
  if (!plain) units = text.length;
  const alone = plain ? 160 : 70;
  const together = plain ? 153 : 67;
  const parts = units === 0 ? 0 : units <= alone ? 1 : Math.ceil(units / together);
  return { units, parts, perPart: parts > 1 ? together : alone, plain };
}
