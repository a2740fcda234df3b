import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { jsx } from "preact/jsx-runtime";
import type { More } from "./more/more";

/** The second script leaves a function on its own element: it is handed the Preact that is here, and gives its parts. */
type MoreScript = HTMLScriptElement & { loper?(lend: (name: string) => unknown, given: { more?: More }): void };

const LENT: Record<string, unknown> = {
  "preact/hooks": { useState },
  "preact/jsx-runtime": { jsx, jsxs: jsx, Fragment },
};

/** Fetches the second script; `nonce` is the first one's, for pages that let scripts in by it. */
export function fetchMore(src: string, nonce: string | undefined): Promise<More> {
  return new Promise((resolve, reject) => {
    const script: MoreScript = document.createElement("script");
    script.onload = () => {
      const given: { more?: More } = {};
      script.loper?.((name) => LENT[name], given);
      script.remove();
      if (given.more) {
        resolve(given.more);
      } else {
        reject(new Error("more.js gave nothing"));
      }
    };
    script.onerror = () => {
      script.remove();
      reject(new Error("more.js did not come"));
    };
    if (nonce) {
      script.nonce = nonce;
    }
    script.src = src;
    document.head.append(script);
  });
}
