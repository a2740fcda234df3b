import { Fragment } from "react";
import { linkParts, readable } from "../../lib/links.ts";

/** Plain words, in which addresses of pages and of mail can be followed. */
export function LinkedText({ text }: { text: string }) {
  return linkParts(text).map((part, index) =>
    part.href === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no other name than their place
      <Fragment key={index}>{part.text}</Fragment>
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts have no other name than their place
        key={index}
        className="link"
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={readable(part.text) === part.text ? undefined : part.href}
      >
        {readable(part.text)}
      </a>
    ),
  );
}
