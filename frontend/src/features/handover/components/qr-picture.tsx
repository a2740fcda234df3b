import type { Qr } from "../../../types/handover.ts";

/** A link as a picture that a phone reads: black on white in both themes, with the four modules of border it needs. */
export function QrPicture({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg className="qr" viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={label}>
      <path d={qr.path} />
    </svg>
  );
}
