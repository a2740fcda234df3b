import { describe, expect, it } from "vitest";
import { filterGroups, foundGroup, type Part } from "./filter.ts";

const command = (text: string, said?: string) => ({
  id: text,
  text,
  icon: null,
  run: () => {},
  ...(said ? { said } : {}),
});
const hits = (parts: Part[]) => parts.filter((part) => part.hit).map((part) => part.text);
const whole = (parts: Part[]) => parts.map((part) => part.text).join("");

describe("filterGroups", () => {
  it("keeps the commands with what was typed, whatever its accents, and marks it", () => {
    const groups = filterGroups(
      [{ label: "Go to", commands: [command("Promises, late"), command("Één", "x"), command("All")] }],
      "een",
    );
    expect(groups.flatMap((group) => group.commands.map((match) => match.command.text))).toEqual(["Één"]);
    expect(hits(groups[0]?.commands[0]?.text ?? [])).toEqual(["Één"]);
  });

  it("leaves out a group of which nothing fits", () => {
    expect(filterGroups([{ label: "Go to", commands: [command("All")] }], "zebra")).toEqual([]);
  });
});

describe("foundGroup", () => {
  it("keeps all that was found and marks each word where it begins one", () => {
    const { commands } = foundGroup(
      { label: "Said", commands: [command("Ada Lovelace", "de promótie die ik beloofde, prom")] },
      "prom ad",
    );
    const match = commands[0];
    expect(hits(match?.text ?? [])).toEqual(["Ada"]);
    expect(hits(match?.said ?? [])).toEqual(["promótie", "prom"]);
    expect(whole(match?.said ?? [])).toBe("de promótie die ik beloofde, prom");
  });
});
