import type { Command, CommandGroup } from "./components/command-bar.tsx";

export type Match = { command: Command; at: number; length: number };
export type MatchGroup = { label: string; commands: Match[] };

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The commands whose words begin with, or contain, what was typed; accents do not matter. */
export function filterGroups(groups: CommandGroup[], query: string): MatchGroup[] {
  const wanted = plain(query.trim());
  return groups
    .map((group) => ({
      label: group.label,
      commands: group.commands
        .map((command): Match => ({ command, at: plain(command.text).indexOf(wanted), length: wanted.length }))
        .filter((match) => match.at >= 0)
        .slice(0, wanted ? 12 : 8),
    }))
    .filter((group) => group.commands.length > 0);
}

export function splitMatch({ command, at, length }: Match): { key: string; text: string; hit: boolean }[] {
  const { text } = command;
  if (length === 0) return [{ key: "all", text, hit: false }];
  return [
    { key: "before", text: text.slice(0, at), hit: false },
    { key: "hit", text: text.slice(at, at + length), hit: true },
    { key: "after", text: text.slice(at + length), hit: false },
  ];
}
