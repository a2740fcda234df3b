import { HttpResponse, http, type RequestHandler } from "msw";
import type {
  ColleagueRequest,
  NewColleagueRequest,
  NewPromise,
  PromiseActions,
  PromiseRecord,
  PromiseWords,
} from "../../types/promise.ts";
import { me } from "./cast.ts";
import type { World } from "./world.ts";

const noon = () => new Date(Date.now() + 24 * 3_600_000).toISOString();
const sentenceOf = ({ heard, action }: PromiseWords) => `You told me: “${heard}” ${action}. You will hear from me.`;

/** A question to a colleague, as it was asked. */
async function asks(world: World, request: Request): Promise<ColleagueRequest> {
  const wanted = (await request.json()) as NewColleagueRequest;
  const department = world.departments.find((one) => one.id === wanted.department);
  return {
    id: `q-${world.requests.length + 1}`,
    state: "asked",
    to: department?.email ?? wanted.to ?? "",
    name: department?.name ?? wanted.name ?? wanted.to ?? "",
    question: wanted.question,
    excerpt: wanted.excerpt ?? null,
    by: { id: me.id, name: me.name },
    askedAt: new Date().toISOString(),
    dueAt: wanted.dueAt ?? new Date(Date.now() + 3_600_000).toISOString(),
    mail: "sent",
    mailReason: null,
    remindedAt: null,
    answeredAt: null,
  };
}

/** The contract's promises, over a world. */
export function promiseHandlers(world: World): RequestHandler[] {
  const change = (id: string, to: Partial<PromiseRecord>) => {
    const found = world.promises.find((one) => one.id === id);
    if (!found) return HttpResponse.json({ type: "not-found" }, { status: 404 });
    Object.assign(found, to);
    world.emit({ type: "promise", conversation: found.conversation, promise: found.id });
    world.emit({ type: "promises" });
    return HttpResponse.json(found);
  };
  return [
    http.get("/api/v1/topics/:id/moment", ({ request }) =>
      new URL(request.url).searchParams.get("text") === "tomorrow morning"
        ? HttpResponse.json({ outcome: "understood", at: noon(), instead: null, sentence: "Tomorrow, before 12:00." })
        : HttpResponse.json({
            outcome: "unknown",
            at: null,
            instead: null,
            sentence: "Say it as 14:00 or tomorrow morning.",
          }),
    ),
    http.get("/api/v1/promises", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const state = asked.get("state");
      const open = (one: PromiseRecord) => ["open", "due-soon", "late"].includes(one.state);
      const fits = (one: PromiseRecord) =>
        state === "all" ||
        (state === "active" && open(one)) ||
        (state === "waits" && open(one) && Boolean(one.waitsFor)) ||
        (state === "due" && (one.state === "open" || one.state === "due-soon")) ||
        state === one.state;
      const until = asked.get("until");
      const items = world.promises
        .filter(fits)
        .filter((one) => !asked.get("owner") || one.owner.id === asked.get("owner"))
        .filter((one) => !until || one.dueAt < until)
        .sort((left, right) => Number(open(right)) - Number(open(left)) || left.dueAt.localeCompare(right.dueAt));
      return HttpResponse.json({ items, next: null });
    }),
    http.get("/api/v1/promises/figures", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const today = new Date().toISOString().slice(0, 10);
      const [from, until] = [asked.get("from") ?? "2026-10-28", asked.get("until") ?? today];
      const sums = (kept: number, keptLate: number) => ({
        kept,
        keptLate,
        late: keptLate + 1,
        renegotiated: 2,
        released: 1,
        untold: 0,
        meanLatenessSeconds: keptLate * 900,
      });
      const days = Array.from({ length: 14 }, (_, index) => ({
        day: new Date(Date.parse(until) - index * 2 * 86_400_000).toISOString().slice(0, 10),
        // On the last day nothing was kept yet.
        sums: index === 0 ? sums(0, 0) : sums(3 + ((index * 7) % 5), (index * 3) % 3),
      })).toReversed();
      return HttpResponse.json({
        from,
        until,
        zone: "Europe/Amsterdam",
        total: sums(71, 12),
        days,
        byChannel: [
          { key: "email", name: null, sums: sums(50, 8) },
          { key: "whatsapp", name: null, sums: sums(21, 4) },
        ],
        byQueue: [{ key: "main", name: null, sums: sums(71, 12) }],
        byPerson: [
          { key: me.id, name: me.name, sums: sums(40, 2) },
          { key: "p-bram", name: "Bram Kuipers", sums: sums(31, 10) },
        ],
      });
    }),
    http.get("/api/v1/promises/counts", ({ request }) => {
      const until = new URL(request.url).searchParams.get("until") ?? "";
      const open = world.promises.filter((one) => ["open", "due-soon", "late"].includes(one.state));
      return HttpResponse.json({
        mine: open.filter((one) => one.owner.id === me.id).length,
        due: open.filter((one) => one.state !== "late" && one.dueAt < until).length,
        waits: open.filter((one) => one.waitsFor).length,
        late: open.filter((one) => one.state === "late").length,
        active: open.length,
      });
    }),
    http.get("/api/v1/conversations/:id/promises", ({ params }) =>
      HttpResponse.json({ items: world.promises.filter((one) => one.conversation === params.id) }),
    ),
    http.post("/api/v1/conversations/:id/promises/preview", async ({ request }) => {
      const words = (await request.json()) as PromiseWords;
      const way = { account: "a", address: null, windowEndsAt: null, quietUntil: null, wished: false };
      return HttpResponse.json({
        sentence: sentenceOf(words),
        language: "en",
        ways: [
          { ...way, channel: "email", open: true, reason: null },
          { ...way, channel: "sms", open: true, reason: null, ...world.wishes },
          {
            ...way,
            channel: "whatsapp",
            address: "+31612345678",
            windowEndsAt: new Date().toISOString(),
            open: false,
            reason: "The reply window will have closed by then.",
          },
        ],
      });
    }),
    http.post("/api/v1/conversations/:id/promises", async ({ params, request }) => {
      const wanted = (await request.json()) as NewPromise;
      const conversation = String(params.id);
      const sent = world.send(conversation, {
        channel: wanted.channel,
        topic: wanted.topic,
        text: wanted.text ?? sentenceOf(wanted),
        clientId: wanted.clientId,
      });
      const promise: PromiseRecord = {
        ...wanted,
        id: `p-${world.promises.length + 1}`,
        state: "open",
        escalated: 0,
        told: "queued",
        owner: { id: me.id, name: me.name },
        sentence: sent.text,
        topicTitle: "",
        conversation,
        customer: { id: "c", name: "" },
        entry: sent.id,
        moments: [{ dueAt: wanted.dueAt, at: sent.at, by: { id: me.id, name: me.name }, reason: null }],
        madeAt: sent.at,
        account: wanted.account ?? `${wanted.channel}-main`,
        topic: wanted.topic ?? "",
        waitsFor: wanted.waitsFor ?? null,
        keptBy: null,
        lateSince: null,
        noticedAt: null,
        closedAt: null,
        reason: null,
        statusUrl: "/p/token",
      };
      world.promises.push(promise);
      world.update(conversation, sent.id, { promise: promise.id });
      return HttpResponse.json(promise, { status: 201 });
    }),
    http.get("/api/v1/promise-actions", () => HttpResponse.json(world.promiseActions)),
    http.put("/api/v1/promise-actions", async ({ request }) => {
      const { version, ...wish } = (await request.json()) as PromiseActions;
      if (version !== world.promiseActions.version)
        return HttpResponse.json({ type: "changed-meanwhile" }, { status: 409 });
      world.promiseActions = { ...wish, version: `${version}.` };
      return HttpResponse.json(world.promiseActions);
    }),
    http.get("/api/v1/topics/:id/requests", ({ params }) =>
      HttpResponse.json({ items: world.requests.filter((one) => one.topic === params.id).toReversed() }),
    ),
    http.post("/api/v1/topics/:id/requests", async ({ params, request }) => {
      const asked = { ...(await asks(world, request)), topic: String(params.id) };
      world.requests.push(asked);
      return HttpResponse.json(asked, { status: 201 });
    }),
    http.get("/api/v1/promises/:id/requests", ({ params }) =>
      HttpResponse.json({ items: world.requests.filter((one) => one.promise === params.id).toReversed() }),
    ),
    http.post("/api/v1/promises/:id/requests", async ({ params, request }) => {
      const asked = { ...(await asks(world, request)), promise: String(params.id) };
      world.requests.push(asked);
      change(asked.promise, { waitsFor: asked.name });
      return HttpResponse.json(asked, { status: 201 });
    }),
    http.post("/api/v1/promises/:id/keep", async ({ params, request }) => {
      const { entry } = (await request.json()) as { entry?: string };
      return change(String(params.id), { state: "kept", keptBy: entry ?? null, closedAt: new Date().toISOString() });
    }),
  ];
}
