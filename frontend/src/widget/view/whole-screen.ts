/** Where the panel takes the whole screen. */
export const PHONE = "(max-width: 520px)";

/** Keeps a full-screen panel above the on-screen keyboard and the page behind it still; returns how to undo it. */
export function fitPhone(panel: HTMLElement): () => void {
  const viewport = window.visualViewport;
  const root = document.documentElement;
  const overflow = root.style.overflow;
  const follow = () => {
    if (viewport) {
      panel.style.height = `${viewport.height}px`;
      panel.style.top = `${viewport.offsetTop}px`;
    }
  };
  follow();
  root.style.overflow = "hidden";
  viewport?.addEventListener("resize", follow);
  viewport?.addEventListener("scroll", follow);
  return () => {
    viewport?.removeEventListener("resize", follow);
    viewport?.removeEventListener("scroll", follow);
    root.style.overflow = overflow;
    panel.style.height = "";
    panel.style.top = "";
  };
}

/** Lets Tab go round inside the panel. */
export function trapTab(event: KeyboardEvent, panel: HTMLElement): void {
  if (event.key !== "Tab") {
    return;
  }
  const stops = [...panel.querySelectorAll<HTMLElement>("button,a[href],input,textarea,[tabindex='0']")].filter(
    (element) => !element.hasAttribute("disabled") && !element.hidden && element.tabIndex >= 0,
  );
  const root = panel.getRootNode() as ShadowRoot | Document;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (root.activeElement === edge || root.activeElement === panel) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}
