import type { Command, CommandGroup } from "./components/command-bar.tsx";

export type Part = { key: string; text: string; hit: boolean };
export type Match = { command: Command; text: Part[]; said: Part[] };
export type MatchGroup = { label: string; commands: Match[] };

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The commands whose words begin with, or contain, what was typed; accents do not matter. */
export function filterGroups(groups: CommandGroup[], query: string): MatchGroup[] {
  const wanted = plain(query.trim());
  return groups
    .map((group) => ({
      label: group.label,
      commands: group.commands
        .map((command) => ({ command, at: plain(command.text).indexOf(wanted) }))
        .filter((match) => match.at >= 0)
        .slice(0, wanted ? 12 : 8)
        .map(({ command, at }): Match => ({ command, text: cut(command.text, at, wanted.length), said: [] })),
    }))
    .filter((group) => group.commands.length > 0);
}

/** What was found elsewhere by these words: all of it, with the words marked where they begin one. */
export function foundGroup({ label, commands }: CommandGroup, query: string): MatchGroup {
  const words = new Set(plain(query).match(/[\p{L}\p{N}]+/gu) ?? []);
  return {
    label,
    commands: commands.map((command) => ({
      command,
      text: mark(command.text, words),
      said: command.said ? mark(command.said, words) : [],
    })),
  };
}

function cut(text: string, at: number, length: number): Part[] {
  if (length === 0) return [{ key: "all", text, hit: false }];
  return [
    { key: "before", text: text.slice(0, at), hit: false },
    { key: "hit", text: text.slice(at, at + length), hit: true },
    { key: "after", text: text.slice(at + length), hit: false },
  ];
}

function mark(text: string, words: Set<string>): Part[] {
  const begins = (piece: string) => [...words].some((word) => plain(piece).startsWith(word));
  return text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .map((piece, at) => ({ key: String(at), text: piece, hit: at % 2 === 1 && begins(piece) }));
}
