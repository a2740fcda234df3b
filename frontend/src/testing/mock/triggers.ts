import { HttpResponse, http, type RequestHandler } from "msw";
import type { Trigger, TriggerWish } from "../../types/trigger.ts";

/** The contract's triggers; at first there is one. */
export function triggerHandlers(): RequestHandler[] {
  let items: Trigger[] = [
    {
      id: "stuck-at-delivery",
      name: "Stuck at delivery",
      active: true,
      basketOver: 200,
      place: "delivery",
      seconds: 120,
      everyDays: 30,
      text: { nl: "Loop je vast bij het bezorgadres?", en: "Are you stuck at the delivery address?" },
      shown: 41,
      taken: 12,
      dismissed: 9,
      version: "1",
    },
  ];
  return [
    http.get("/api/v1/triggers", () => HttpResponse.json({ items, perDay: 1, perMonth: 3, restDays: 30 })),
    http.put("/api/v1/triggers/:id", async ({ params, request }) => {
      const id = String(params.id);
      const before = items.find((one) => one.id === id);
      const counted = before ?? { shown: 0, taken: 0, dismissed: 0 };
      const { shown, taken, dismissed } = counted;
      const wish = (await request.json()) as TriggerWish & { version: string };
      if ((before?.version ?? "new") !== wish.version)
        return HttpResponse.json({ type: "changed-meanwhile" }, { status: 409 });
      const saved: Trigger = { ...wish, id, shown, taken, dismissed, version: `${wish.version}.` };
      items = [...items.filter((one) => one.id !== id), saved];
      return HttpResponse.json(saved);
    }),
    http.delete("/api/v1/triggers/:id", ({ params }) => {
      items = items.filter((one) => one.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
