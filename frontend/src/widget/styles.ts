import { inkOn, type Settings } from "./settings";
import css from "./widget.css?inline";

/** Dresses the shadow root, and gives it the page's colour. */
export function dress(root: ShadowRoot, host: HTMLElement, { accent }: Settings): void {
  addStyles(root, css);
  if (accent) {
    host.style.setProperty("--loper-accent", accent);
    host.style.setProperty("--loper-on-accent", inkOn(accent));
  }
}

/** Adds rules without inline styles, so that a strict content security policy has nothing to object to. */
export function addStyles(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = text;
    root.append(style);
  }
}
