import { inkOn, type Settings } from "./settings";
import css from "./widget.css?inline";

/** Dresses the shadow root without inline styles, so that a strict content security policy has nothing to object to. */
export function dress(root: ShadowRoot, host: HTMLElement, { accent }: Settings): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
  if (accent) {
    host.style.setProperty("--loper-accent", accent);
    host.style.setProperty("--loper-on-accent", inkOn(accent));
  }
}
