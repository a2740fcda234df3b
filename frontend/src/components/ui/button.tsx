import type { ButtonHTMLAttributes } from "react";
import { keyLabel } from "../../lib/shortcuts.ts";
import { Icon, type IconName } from "./icon.tsx";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: "plain" | "line" | "primary";
  keys?: string;
};

export function Button({ look = "plain", keys, className, children, ...rest }: ButtonProps) {
  const looks = { plain: "btn", line: "btn line", primary: "btn pri" };
  return (
    <button
      type="button"
      className={className ? `${looks[look]} ${className}` : looks[look]}
      aria-keyshortcuts={keys?.replace("Mod", "Control").replaceAll(" ", "+")}
      {...rest}
    >
      {children}
      {keys ? <kbd aria-hidden="true">{keyLabel(keys)}</kbd> : null}
    </button>
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { icon: IconName; label: string; keys?: string };

/** A glyph alone; its name and key stand in the title and for screen readers. */
export function IconButton({ icon, label, keys, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={className ? `btn ic ${className}` : "btn ic"}
      aria-label={label}
      title={keys ? `${label}, ${keyLabel(keys)}` : label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
