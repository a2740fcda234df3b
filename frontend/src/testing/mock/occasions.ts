import { HttpResponse, http, type RequestHandler } from "msw";
import type { World } from "./world.ts";

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** The contract's occasions: one is due, one comes, one is held back. */
export function occasionHandlers(world: World): RequestHandler[] {
  world.occasions = [
    {
      conversation: "k-lieke",
      customer: { id: "c-lieke", name: "Lieke Janssen" },
      kind: "birthday",
      date: day(0),
      years: 34,
      held: null,
      done: null,
    },
    {
      conversation: "k-daan",
      customer: { id: "c-daan", name: "Daan Hoekstra" },
      kind: "customer-since",
      date: day(4),
      years: 10,
      held: null,
      done: null,
    },
    {
      conversation: "k-eva",
      customer: { id: "c-eva", name: "Eva Lindeman" },
      kind: "birthday",
      date: day(1),
      years: null,
      held: { why: "late-promise", topic: "t-eva", title: "Order 4711-82 not received" },
      done: null,
    },
  ];
  return [
    http.get("/api/v1/occasions", ({ request }) => {
      const of = new URL(request.url).searchParams.get("conversation");
      const items = world.occasions.filter((one) => !of || one.conversation === of);
      return HttpResponse.json({ items, today: day(0), live: world.live });
    }),
    http.post("/api/v1/occasions", async ({ request }) => {
      const wanted = (await request.json()) as { conversation: string; how: "made" | "left" | "open" };
      const { how } = wanted;
      const done = how === "open" ? null : { by: "lotte", byName: "Lotte Jansen", at: new Date().toISOString(), how };
      world.occasions = world.occasions.map((one) =>
        one.conversation === wanted.conversation ? { ...one, done } : one,
      );
      world.emit({ type: "occasions" });
      return HttpResponse.json(world.occasions.find((one) => one.conversation === wanted.conversation));
    }),
  ];
}
