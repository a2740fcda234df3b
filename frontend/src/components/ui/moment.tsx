import { useLanguage } from "../../lib/i18n/setup.ts";
import { exact } from "../../lib/time.ts";

/** A time said briefly, with the exact one on hover. */
export function Moment({ at, children, className }: { at: string; children: string; className?: string }) {
  return (
    <time dateTime={at} title={exact(at, useLanguage())} {...(className ? { className } : {})}>
      {children}
    </time>
  );
}
