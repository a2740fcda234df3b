import { HttpResponse, http, type RequestHandler } from "msw";
import type { Calendar, CalendarSettings, QueueSettings, WholeQueue } from "../../types/queue.ts";
import type { World } from "./world.ts";

const nine = [{ from: "09:00", until: "17:30" }];

export const office: CalendarSettings = {
  name: "Opening hours",
  zone: "Europe/Amsterdam",
  week: { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine, saturday: [], sunday: [] },
  days: [{ date: "2026-12-25", name: "Christmas", hours: [] }],
};

/** A queue as its screen reads it. */
export function whole({ targets, ...queue }: World["queues"]["items"][number]): WholeQueue {
  return {
    ...queue,
    brand: queue.brand ?? null,
    calendar: queue.calendar ?? null,
    targets: { first: targets?.first ?? null, next: targets?.next ?? null, warn: targets?.warn ?? null },
    rules: queue.rules ?? [],
  };
}

/** The contract's queues and calendars, over a world. */
export function queueHandlers(world: World): RequestHandler[] {
  const calendar = (id: string, settings: CalendarSettings, version: number): Calendar => ({
    id,
    calendar: settings,
    version,
    open: true,
    opensAt: null,
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  world.calendars ??= [calendar("default", office, 0)];
  const refused = (status: number, type: string, field?: string) =>
    HttpResponse.json({ type, status, title: type, ...(field ? { field } : {}) }, { status });
  return [
    http.get("/api/v1/queues", () =>
      HttpResponse.json({ items: world.queues.items.map(whole), others: world.queues.others }),
    ),
    http.post("/api/v1/queues", async ({ request }) => {
      const settings = (await request.json()) as QueueSettings;
      const id = settings.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
      if (world.queues.items.some((one) => one.id === id)) return refused(422, "queue-exists", "id");
      const queue = { ...settings, id, main: false, version: 1 };
      world.queues = { ...world.queues, items: [...world.queues.items, queue] };
      return HttpResponse.json(queue, { status: 201 });
    }),
    http.post("/api/v1/queues/order", async ({ request }) => {
      const { order } = (await request.json()) as { order: string[] };
      const items = world.queues.items
        .map((one) => ({ ...one, position: order.indexOf(one.id) }))
        .sort((left, right) => left.position - right.position);
      world.queues = { ...world.queues, items };
      return HttpResponse.json({ items: items.map(whole) });
    }),
    http.put("/api/v1/queues/:id", async ({ params, request }) => {
      const { version, ...settings } = (await request.json()) as QueueSettings & { version: number };
      const before = world.queues.items.find((one) => one.id === params.id);
      if (!before) return refused(404, "not-found");
      if (before.version !== version) return refused(409, "changed-meanwhile");
      const queue = { ...before, ...settings, version: version + 1 };
      const items = world.queues.items
        .map((one) => (one === before ? queue : one))
        .sort((left, right) => left.position - right.position);
      world.queues = { ...world.queues, items };
      return HttpResponse.json(whole(queue));
    }),
    http.get("/api/v1/channel-accounts", () =>
      HttpResponse.json({
        items: [
          { id: "email-support", channel: "email", name: "Support", address: "support@loper.test" },
          { id: "sms-main", channel: "sms", name: "SMS", address: "+31201234567" },
        ],
      }),
    ),
    http.get("/api/v1/calendars", () => HttpResponse.json({ items: world.calendars })),
    http.get("/api/v1/calendars/:id/moment", ({ params, request }) => {
      const monday = new URL(request.url).searchParams.get("text")?.startsWith("monday");
      const opens = (world.calendars ?? []).find((one) => one.id === params.id)?.calendar.week.monday[0]?.from;
      const [hours, minutes] = (opens ?? "09:00").split(":").map(Number);
      const now = new Date();
      const days = monday ? (8 - now.getDay()) % 7 || 7 : 1;
      const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours, minutes).toISOString();
      return HttpResponse.json({ outcome: "understood", from: at, at, instead: null, sentence: "", zone: "UTC" });
    }),
    http.post("/api/v1/calendars/try", async ({ request }) => {
      const { text, calendar: tried } = (await request.json()) as { text: string; calendar: CalendarSettings };
      const closed = Object.values(tried.week).every((hours) => hours.length === 0);
      return HttpResponse.json({
        outcome: closed ? "too-far" : "understood",
        at: closed ? null : "2026-11-26T15:00:00Z",
        instead: null,
        sentence: closed ? "It never opens." : text,
      });
    }),
    http.post("/api/v1/calendars", async ({ request }) => {
      const settings = (await request.json()) as CalendarSettings;
      const made = calendar(settings.name.toLowerCase(), settings, 1);
      world.calendars = [...(world.calendars ?? []), made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.put("/api/v1/calendars/:id", async ({ params, request }) => {
      const body = (await request.json()) as { calendar: CalendarSettings; version: number };
      const before = world.calendars?.find((one) => one.id === params.id);
      if (before?.version !== body.version) return refused(409, "changed-meanwhile");
      const saved = calendar(String(params.id), body.calendar, body.version + 1);
      world.calendars = (world.calendars ?? []).map((one) => (one.id === params.id ? saved : one));
      return HttpResponse.json(saved);
    }),
    http.delete("/api/v1/calendars/:id", ({ params }) => {
      const items = world.queues.items.map((one) => (one.calendar === params.id ? { ...one, calendar: null } : one));
      world.queues = { ...world.queues, items };
      world.calendars = (world.calendars ?? []).filter((one) => one.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
