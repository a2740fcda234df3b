import { beforeAll, expect, it } from "vitest";
import { chooseLanguage, i18n } from "../../lib/i18n/setup.ts";
import { saidText } from "./source-text.ts";

beforeAll(() => chooseLanguage("nl"));

it.each([
  ["chat", "gezegd in chat 10:02"],
  ["web", "ingevuld op de site 10:02"],
  ["profile", "uit het profiel 10:02"],
  ["agent", "hier ingevuld 10:02"],
])("says in whole Dutch that something is known from %s", (channel, said) => {
  const at = new Date(2026, 5, 11, 10, 2);
  expect(
    saidText({ entry: null, channel, at: at.toISOString() }, at.getTime() + 60_000, i18n.getFixedT("nl"), "nl"),
  ).toBe(said);
});
