import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { keyLabel } from "../../../lib/shortcuts.ts";
import { filterGroups, foundGroup, type Match, type Part } from "../filter.ts";

export type Command = {
  id: string;
  text: string;
  /** What was said there, beside it. */
  said?: string;
  icon: ReactNode;
  keys?: string;
  hint?: string;
  run: () => void;
};
export type CommandGroup = { label: string; commands: Command[] };

/** What a search for the words typed so far has found. */
export type Said = CommandGroup & { note: string | null; searching: boolean };

type CommandBarProps = {
  groups: CommandGroup[];
  said: Said;
  context: string;
  onQuery: (query: string) => void;
  onClose: () => void;
  onKeys: () => void;
};

/** Find or do: everything that can be done here and was said anywhere, by a few letters. */
export function CommandBar({ groups, said, context, onQuery, onClose, onKeys }: CommandBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const found = said.commands.length > 0 ? [foundGroup(said, query)] : [];
    return [...filterGroups(groups, query), ...found];
  }, [groups, said, query]);
  const flat = shown.flatMap((group) => group.commands);
  const current = flat[Math.min(at, flat.length - 1)];
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const run = (match: Match | undefined) => {
    if (!match) return;
    onClose();
    // After the dialog gave the focus back, so that an action may take it.
    setTimeout(match.command.run, 0);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, flat.length));
    else if (event.key === "ArrowUp") setAt((at - 1 + flat.length) % Math.max(1, flat.length));
    else if (event.key === "Home") setAt(0);
    else if (event.key === "End") setAt(Math.max(0, flat.length - 1));
    else if (event.key === "Enter") run(current);
    else if (event.key === "?" && query === "") {
      onClose();
      onKeys();
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog kind="command" label={t("command.label")} onClose={onClose}>
      <div className="q">
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.command.id}` : undefined}
          aria-autocomplete="list"
          aria-label={t("command.label")}
          placeholder={t("command.placeholder")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            onQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={keys}
        />
        <span className="m">{context}</span>
      </div>
      <div className="found" id={`${id}-list`} role="listbox" aria-label={t("command.label")} ref={list}>
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="found-label" aria-hidden="true">
              {group.label}
            </div>
            {group.commands.map((match) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                key={match.command.id}
                id={`${id}-${match.command.id}`}
                className="cmd-row"
                role="option"
                aria-selected={match === current}
                onClick={() => run(match)}
                onPointerMove={() => setAt(flat.indexOf(match))}
              >
                {match.command.icon}
                <span className="tx">
                  <Parts parts={match.text} />
                  {match.said.length > 0 ? (
                    <span className="m">
                      {" “"}
                      <Parts parts={match.said} />”
                    </span>
                  ) : null}
                </span>
                {match.command.hint ? <span className="m num">{match.command.hint}</span> : null}
                {match.command.keys ? <kbd aria-hidden="true">{keyLabel(match.command.keys)}</kbd> : null}
              </div>
            ))}
          </div>
        ))}
        {said.searching ? <p className="found-note">{t("command.searching")}</p> : null}
        {said.note ? <p className="found-note">{said.note}</p> : null}
        {flat.length === 0 && !said.searching ? <p className="empty">{t("command.none", { query })}</p> : null}
      </div>
      <footer>
        <span>
          <kbd className="k">↑</kbd> <kbd className="k">↓</kbd> {t("command.choose")}
        </span>
        <span>
          <kbd className="k">↵</kbd> {t("command.do")}
        </span>
        <button
          type="button"
          className="r"
          onClick={() => {
            onClose();
            onKeys();
          }}
        >
          <kbd className="k">?</kbd> {t("command.every")}
        </button>
        <span className="sr" role="status">
          {t("command.results", { count: flat.length })}
        </span>
      </footer>
    </Dialog>
  );
}

function Parts({ parts }: { parts: Part[] }) {
  return parts.map((part) =>
    part.hit ? <mark key={part.key}>{part.text}</mark> : <span key={part.key}>{part.text}</span>,
  );
}
