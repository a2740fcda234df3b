import { HttpResponse, http, type RequestHandler } from "msw";
import type { Fact } from "../../types/fact.ts";

const at = () => new Date(Date.now() - 3 * 3_600_000).toISOString();

/** The contract's facts: Eva has told her order number and where she lives. */
export function factHandlers(): RequestHandler[] {
  const fact = (kind: string, nl: string, en: string, value: string, channel: string): Fact => ({
    kind,
    name: { nl, en },
    value,
    state: "said",
    source: { entry: "e1", channel, at: at() },
    by: null,
    earlier: [],
  });
  const all = [
    fact("order-number", "Bestelnummer", "Order number", "4711-82", "chat"),
    fact("postcode", "Postcode", "Postcode", "1017 AB", "email"),
  ];
  const now = new Date().toISOString();
  return [
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
        worthAsking: { kind: "phone", name: { nl: "Telefoonnummer", en: "Phone number" } },
      }),
    ),
    http.put("/api/v1/customers/:id/facts/:kind", async ({ params, request }) => {
      const { value } = (await request.json()) as { value: string };
      const wish = ["preferred-channel", "quiet-hours", "language"].find((one) => one === params.kind);
      if (wish && !all.some((one) => one.kind === wish)) all.push(fact(wish, wish, wish, value, "agent"));
      const found = all.find((one) => one.kind === params.kind);
      if (!found) return HttpResponse.json({ type: "unknown-kind" }, { status: 422 });
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
        dueAt: null,
      };
      return HttpResponse.json({ known, promise });
    }),
  ];
}
