import { expect, it } from "vitest";
import { nl } from "../../lib/i18n/nl.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Visit } from "../../types/journey.ts";
import { fieldText, visitLine } from "./visit-text.ts";

// A language is fetched when it is chosen; here it is read without being chosen.
i18n.addResourceBundle("nl", "translation", nl, true);

const now = Date.parse("2026-06-11T12:00:00Z");
const left: Visit = {
  from: "2026-06-11T09:00:00Z",
  to: "2026-06-11T09:20:00Z",
  where: "Delivery address",
  flow: { id: "s", name: "checkout", label: "Delivery address", step: 3, of: 4, labels: [], values: [], resume: true },
  basket: { total: "84", currency: "EUR", items: [] },
  ordered: false,
  pages: 6,
};
const line = (visit: Visit, language: "en" | "nl" = "en") => visitLine(visit, now, i18n.getFixedT(language), language);

it("a visit is told in one line", () => {
  expect(line(left)).toMatch(/^On the site: 6 pages, checkout step 3 of 4, stopped at Delivery address; basket €.?84/);
  expect(line(left, "nl")).toMatch(
    /^Op de site: 6 pagina’s, checkout stap 3 van 4, gestopt bij Delivery address; wink/,
  );
});

it("whoever is there still has not stopped", () => {
  expect(line({ ...left, to: "2026-06-11T11:58:00Z", basket: null })).toBe(
    "On the site now: 6 pages, checkout step 3 of 4, at Delivery address",
  );
});

it("whoever ordered left nothing behind, and whoever only looked was last somewhere", () => {
  expect(line({ ...left, ordered: true, flow: null, pages: 1 })).toBe("On the site: 1 page, ordered");
  expect(line({ ...left, flow: null, basket: null, where: "Lamps" })).toBe("On the site: 6 pages, last at Lamps");
});

it("calls a field as people do where it knows it, else as the shop does", () => {
  const dutch = i18n.getFixedT("nl");
  expect(["street", "Postcode", "giftCard"].map((name) => fieldText(name, dutch))).toEqual([
    "straat",
    "postcode",
    "giftCard",
  ]);
});
