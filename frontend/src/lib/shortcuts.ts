import { useEffect, useRef } from "react";
import { letterKeys } from "./preferences.ts";

/**
 * Keys by name: "e", "Shift+R", "Mod+k" (Ctrl, or ⌘ on a Mac), "g m" (one after the other), "Escape".
 * Single letters keep quiet in fields, and everywhere when the person turned them off.
 */
export type Shortcuts = Record<string, ((event: KeyboardEvent) => void) | undefined>;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

type Layer = { current: Shortcuts };
const layers: Layer[] = [];
let prefix = "";
let prefixAt = 0;
let holding = 0;

function nameOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shifted = event.shiftKey && (event.key.length > 1 || /[a-z]/.test(key));
  return `${mod ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${shifted ? "Shift+" : ""}${shifted ? (key.toUpperCase().length === 1 ? key.toUpperCase() : key) : key}`;
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(radio|checkbox|button)$/.test(target.type))
  );
}

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const bare = !/Mod\+|Alt\+/.test(name);
  const plain = bare && event.key.length === 1;
  if (plain && (holding > 0 || inField(event.target) || !letterKeys.get() || event.ctrlKey || event.metaKey)) return;
  // What floats has its own way out: Escape closes it, Enter chooses in it, and neither does anything to the page below.
  if (bare && document.querySelector("dialog[open]:not([data-side])")) return;
  if (name === "Enter" && event.target instanceof Element && event.target.closest("button, a[href], summary")) return;
  const now = Date.now();
  const sequence = plain && prefix && now - prefixAt < 1500 ? `${prefix} ${name}` : null;
  for (const wanted of sequence ? [sequence, name] : [name]) {
    for (let index = layers.length - 1; index >= 0; index--) {
      const action = layers[index]?.current[wanted];
      if (action) {
        event.preventDefault();
        prefix = "";
        action(event);
        return;
      }
    }
  }
  prefix = plain ? name : "";
  prefixAt = now;
}

window.addEventListener("keydown", handle);

/** Keeps letters from doing anything until it is called back: what they are meant for is on its way. */
export function holdLetters(): () => void {
  holding += 1;
  prefix = "";
  return () => {
    holding -= 1;
  };
}

/** Does what a key would do, whoever owns it just now; the command bar's way to act. */
export function runShortcut(name: string): void {
  for (let index = layers.length - 1; index >= 0; index--) {
    const action = layers[index]?.current[name];
    if (action) {
      action(new KeyboardEvent("keydown"));
      return;
    }
  }
}

/** Whether a key has an owner just now. */
export function hasShortcut(name: string): boolean {
  return layers.some((layer) => layer.current[name] !== undefined);
}

/** Adds keys for as long as the component is there; later ones win over earlier ones. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const layer = useRef(shortcuts);
  layer.current = shortcuts;
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** How a key is written beside its action. */
export function keyLabel(name: string): string {
  return name
    .split(" ")
    .map((part) =>
      part
        .split("+")
        .map(
          (key) => ({ Mod: isMac ? "⌘" : "Ctrl", Enter: "↵", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" })[key] ?? key,
        )
        .map((key) => (key.length === 1 ? key.toUpperCase() : key))
        .join(" "),
    )
    .join(" ");
}
