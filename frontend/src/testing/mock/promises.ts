import { HttpResponse, http, type RequestHandler } from "msw";
import type { NewPromise, PromiseRecord, PromiseWords } from "../../types/promise.ts";
import { me } from "./cast.ts";
import type { World } from "./world.ts";

const noon = () => new Date(Date.now() + 24 * 3_600_000).toISOString();
const sentenceOf = ({ heard, action }: PromiseWords) => `You told me: “${heard}” ${action}. You will hear from me.`;

/** The contract's promises, over a world. */
export function promiseHandlers(world: World): RequestHandler[] {
  const change = (id: string, to: Partial<PromiseRecord>) => {
    const found = world.promises.find((one) => one.id === id);
    if (!found) return HttpResponse.json({ type: "not-found" }, { status: 404 });
    Object.assign(found, to);
    world.emit({ type: "promise", conversation: found.conversation, promise: found.id });
    return HttpResponse.json(found);
  };
  return [
    http.get("/api/v1/calendars/default/moment", ({ request }) =>
      new URL(request.url).searchParams.get("text") === "tomorrow morning"
        ? HttpResponse.json({ outcome: "understood", at: noon(), instead: null, sentence: "Tomorrow, before 12:00." })
        : HttpResponse.json({
            outcome: "unknown",
            at: null,
            instead: null,
            sentence: "Say it as 14:00 or tomorrow morning.",
          }),
    ),
    http.get("/api/v1/conversations/:id/promises", ({ params }) =>
      HttpResponse.json({ items: world.promises.filter((one) => one.conversation === params.id) }),
    ),
    http.post("/api/v1/conversations/:id/promises/preview", async ({ request }) => {
      const words = (await request.json()) as PromiseWords;
      const way = { account: "a", address: null, windowEndsAt: null };
      return HttpResponse.json({
        sentence: sentenceOf(words),
        language: "en",
        ways: [
          { ...way, channel: "email", open: true, reason: null },
          { ...way, channel: "whatsapp", open: false, reason: "The reply window will have closed by then." },
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
    http.post("/api/v1/promises/:id/keep", ({ params }) =>
      change(String(params.id), { state: "kept", closedAt: new Date().toISOString() }),
    ),
  ];
}
