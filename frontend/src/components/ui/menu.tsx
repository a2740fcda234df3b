import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { keyLabel } from "../../lib/shortcuts.ts";
import { Icon } from "./icon.tsx";

export type MenuItem =
  | { kind: "label"; text: string }
  | {
      kind: "item";
      id: string;
      text: ReactNode;
      icon?: ReactNode;
      keys?: string;
      /** Said quietly at the end of the line. */
      aside?: string;
      checked?: boolean;
      /** Switched on and off by itself, and not one of several. */
      toggle?: boolean;
      disabled?: boolean;
      hint?: string;
      onChoose: () => void;
    };

type MenuProps = {
  label: string;
  items: MenuItem[];
  /** Where the menu stands, seen from its button. */
  place: "below-end" | "below-start" | "above-start";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  button: (props: {
    "aria-haspopup": "menu";
    "aria-expanded": boolean;
    "aria-controls": string | undefined;
    onClick: () => void;
  }) => ReactNode;
};

/** A menu on its button: arrows walk, letters jump, Escape and Tab leave. */
export function Menu({ label, items, place, open, onOpenChange, button }: MenuProps) {
  const id = useId();
  const wrapper = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const first =
      list.current?.querySelector<HTMLElement>("[aria-checked=true]") ??
      list.current?.querySelector<HTMLElement>("[role^=menuitem]:not([aria-disabled])");
    first?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !wrapper.current?.contains(event.target)) onOpenChange(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open, onOpenChange]);

  const leave = () => {
    onOpenChange(false);
    wrapper.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled])") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    };
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === "Tab") onOpenChange(false);
    else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) =>
        one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()),
      );
      event.preventDefault();
      event.stopPropagation();
      found?.focus();
    }
  };

  return (
    <div className="menu-at" ref={wrapper}>
      {button({
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onClick: () => onOpenChange(!open),
      })}
      {open ? (
        <div
          className={`menu ${place}`}
          role="menu"
          id={id}
          aria-label={label}
          ref={list}
          tabIndex={-1}
          onKeyDown={walk}
        >
          {items.map((item) =>
            item.kind === "label" ? (
              <div key={item.text} className="menu-label" role="presentation">
                {item.text}
              </div>
            ) : (
              <button
                key={item.id}
                type="button"
                {...(item.checked === undefined
                  ? { role: "menuitem" }
                  : { role: item.toggle ? "menuitemcheckbox" : "menuitemradio", "aria-checked": item.checked })}
                aria-disabled={item.disabled || undefined}
                tabIndex={-1}
                onClick={() => {
                  if (item.disabled) return;
                  leave();
                  item.onChoose();
                }}
              >
                {item.icon ??
                  (item.checked === undefined ? null : (
                    <span className="tick">{item.checked ? <Icon name="check" small /> : null}</span>
                  ))}
                <span className="tx">
                  {item.disabled ? <s>{item.text}</s> : item.text}
                  {item.hint ? <small>{item.hint}</small> : null}
                </span>
                {item.aside ? <span className="m num">{item.aside}</span> : null}
                {item.keys ? <kbd aria-hidden="true">{keyLabel(item.keys)}</kbd> : null}
              </button>
            ),
          )}
        </div>
      ) : null}
    </div>
  );
}

/** A menu that minds its own opening. */
export function FreeMenu(props: Omit<MenuProps, "open" | "onOpenChange">) {
  const [open, setOpen] = useState(false);
  return <Menu {...props} open={open} onOpenChange={setOpen} />;
}
