import { HttpResponse, http, type RequestHandler } from "msw";
import type { AskedDay, Fact, FactKind, FactKindWish } from "../../types/fact.ts";
import type { World } from "./world.ts";

const at = () => new Date(Date.now() - 3 * 3_600_000).toISOString();

/** The contract's facts: Eva has told her order number and where she lives. */
export function factHandlers(world: World): RequestHandler[] {
  const told = world.entries.get("k-eva")?.filter((one) => one.text.startsWith("4711-82")) ?? [];
  const fact = (kind: string, nl: string, en: string, value: string, channel: string): Fact => ({
    kind,
    name: { nl, en },
    value,
    state: "said",
    source: { entry: null, channel, at: at() },
    by: null,
    entries: [],
    earlier: [],
  });
  const gone: Fact[] = [];
  const all = [
    {
      ...fact("order-number", "Bestelnummer", "Order number", "4711-82", "chat"),
      entries: told.map((one) => one.id),
    },
    fact("postcode", "Postcode", "Postcode", "1017 AB", "email"),
  ];
  const now = new Date().toISOString();
  const builtIn = (kind: string, nl: string, en: string): FactKind => ({
    kind,
    builtIn: true,
    name: { nl, en },
    pattern: null,
    questions: { nl: [], en: [] },
    version: null,
  });
  let kinds = [
    builtIn("order-number", "Bestelnummer", "Order number"),
    builtIn("postcode", "Postcode", "Postcode"),
    builtIn("phone", "Telefoonnummer", "Phone number"),
  ];
  return [
    http.get("/api/v1/fact-kinds", () => HttpResponse.json({ items: kinds })),
    http.post("/api/v1/fact-kinds/try", async ({ request }) => {
      const { pattern, text } = (await request.json()) as { pattern: string; text: string };
      try {
        const found = [...text.matchAll(new RegExp(pattern, "g"))].map((match) => ({
          value: match[0],
          from: match.index,
          to: match.index + match[0].length,
        }));
        return HttpResponse.json({ found });
      } catch {
        return HttpResponse.json({ type: "unfit-pattern", field: "pattern" }, { status: 422 });
      }
    }),
    http.put("/api/v1/fact-kinds/:kind", async ({ params, request }) => {
      const { version, ...wish } = (await request.json()) as FactKindWish & { version: string };
      const kind = String(params.kind);
      if ((kinds.find((one) => one.kind === kind)?.version ?? "new") !== version)
        return HttpResponse.json({ type: "changed-meanwhile" }, { status: 409 });
      const saved: FactKind = { ...wish, kind, builtIn: false, version: `${version}.` };
      kinds = [...kinds.filter((one) => one.kind !== saved.kind), saved];
      return HttpResponse.json(saved);
    }),
    http.delete("/api/v1/fact-kinds/:kind", ({ params }) => {
      kinds = kinds.filter((one) => one.kind !== params.kind);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get("/api/v1/facts/figures", ({ request }) => {
      const days: AskedDay[] = [];
      const until = new URL(request.url).searchParams.get("to") ?? "";
      for (let back = 6; back >= 0; back--)
        days.push({
          day: new Date(Date.parse(until) - back * 86_400_000).toISOString().slice(0, 10),
          figures: [
            { dimension: "channel", id: "chat", asked: 6 - back, repeated: back === 2 ? 2 : 0 },
            { dimension: "channel", id: "email", asked: 4, repeated: 1 },
            { dimension: "queue", id: "main", asked: 10 - back, repeated: back === 2 ? 3 : 1 },
          ],
        });
      return HttpResponse.json({ days });
    }),
    http.get("/api/v1/customers/:id/steps", () =>
      HttpResponse.json({
        noticed: ["third-contact"],
        items: [
          {
            from: at(),
            to: now,
            where: "Delivery address",
            flow: {
              id: "s3",
              name: "checkout",
              label: "Delivery address",
              step: 3,
              of: 4,
              labels: ["Details", "Delivery", "Address", "Payment"],
              values: [{ name: "street", value: "Javastraat" }],
              resume: true,
            },
            basket: { total: "84", currency: "EUR", items: ["Lamp Fjord"] },
            ordered: false,
            pages: 3,
          },
        ],
      }),
    ),
    http.get("/api/v1/customers/:id/facts", () =>
      HttpResponse.json({
        items: all,
        worthAsking: {
          kind: "phone",
          name: { nl: "Telefoonnummer", en: "Phone number" },
          question: { nl: "Wat is je telefoonnummer?", en: "What is your phone number?" },
        },
      }),
    ),
    http.delete("/api/v1/customers/:id/facts/:kind", ({ params }) => {
      const place = all.findIndex((one) => one.kind === params.kind);
      if (place < 0) return HttpResponse.json({ type: "not-found" }, { status: 404 });
      gone.push(...all.splice(place, 1));
      return new HttpResponse(null, { status: 204 });
    }),
    http.put("/api/v1/customers/:id/facts/:kind", async ({ params, request }) => {
      const { value } = (await request.json()) as { value: string };
      const wish = ["preferred-channel", "quiet-hours", "language", "persona"].find((one) => one === params.kind);
      if (wish && !all.some((one) => one.kind === wish)) all.push(fact(wish, wish, wish, value, "agent"));
      const back = gone.findIndex((one) => one.kind === params.kind);
      if (back >= 0) all.push(...gone.splice(back, 1));
      const found = all.find((one) => one.kind === params.kind);
      if (!found) return HttpResponse.json({ type: "unknown-kind" }, { status: 422 });
      if (found.value !== value) Object.assign(found, { earlier: [{ ...found, earlier: undefined }], entries: [] });
      Object.assign(found, {
        value,
        state: found.value === value ? "confirmed" : "corrected",
        by: { id: "p-lotte", name: "Lotte" },
      });
      return HttpResponse.json(found);
    }),
    http.post("/api/v1/conversations/:id/draft-checks", async ({ request }) => {
      const { text } = (await request.json()) as { text: string };
      const from = text.search(/(what is|could you send me) your order number/i);
      const known = all
        .filter((one) => one.kind === "order-number" && from >= 0)
        .map(({ kind, name, value, source }) => ({
          kind,
          name,
          value,
          source,
          asked: { from, to: text.length },
          instead: `I already have your order number, ${value}.`,
        }));
      const promised = /I'll get back to you [^.]*\./.exec(text);
      const promise = promised && {
        at: { from: promised.index, to: promised.index + promised[0].length },
        words: promised[0],
        dueAt: world.noticedAt,
      };
      return HttpResponse.json({ known, promise });
    }),
  ];
}
