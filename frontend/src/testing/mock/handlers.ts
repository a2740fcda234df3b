import { HttpResponse, http, type RequestHandler } from "msw";
import type {
  Colleague,
  DepartmentWish,
  Entry,
  NewInvitation,
  NewMessage,
  NewNote,
  PasswordChange,
  PersonChange,
  PresenceWish,
  TeamWish,
  ViewName,
} from "../../types/api.ts";
import { boardHandlers } from "./board.ts";
import { me } from "./cast.ts";
import { factHandlers } from "./facts.ts";
import { handoverHandlers } from "./handovers.ts";
import { identityHandlers } from "./identity.ts";
import { occasionHandlers } from "./occasions.ts";
import { promiseHandlers } from "./promises.ts";
import { queueHandlers } from "./queues.ts";
import { triggerHandlers } from "./triggers.ts";
import type { World } from "./world.ts";

const problem = (status: number, type: string, extra: Record<string, unknown> = {}) =>
  HttpResponse.json({ type, status, title: type, ...extra }, { status });

/** The contract's HTTP side, over a world. */
export function handlersFor(world: World): RequestHandler[] {
  const item = (found: unknown) => (found ? HttpResponse.json(found as object) : problem(404, "not-found"));
  const session = () => HttpResponse.json({ person: me });
  return [
    http.get("/api/v1/session", () => (world.signedIn ? session() : problem(401, "sign-in-required"))),
    http.post("/api/v1/session", async ({ request }) => {
      const { password } = (await request.json()) as { password: string };
      if (password !== "loper-demo") return problem(401, "wrong-sign-in");
      world.signedIn = true;
      return session();
    }),
    http.delete("/api/v1/session", () => {
      world.signedIn = false;
      return new HttpResponse(null, { status: 204 });
    }),
    http.patch("/api/v1/session", async ({ request }) => {
      Object.assign(me, await request.json());
      return session();
    }),
    http.put("/api/v1/session/password", async ({ request }) => {
      const { current, next } = (await request.json()) as PasswordChange;
      if (next === "welkom1234") return problem(422, "password-too-common", { field: "next" });
      if (current === "guessed too often") return problem(429, "too-many-attempts");
      if (current !== "loper-demo")
        return problem(422, "wrong-password", { field: "current", detail: "This is not your password until now." });
      return session();
    }),
    http.get("/api/v1/setup", ({ request }) =>
      request.headers.get("Loper-Link") === "first"
        ? new HttpResponse(null, { status: 204 })
        : problem(404, "setup-link-used"),
    ),
    http.post("/api/v1/setup", session),
    http.get("/api/v1/invitation", ({ request }) =>
      request.headers.get("Loper-Link") === "good"
        ? HttpResponse.json({ name: "Sanne Bos", email: "sanne@loper.test", language: "en" })
        : problem(404, "invitation-used"),
    ),
    http.post("/api/v1/invitation", async ({ request }) => {
      const { password } = (await request.json()) as { password: string };
      if (password === "welkom1234") return problem(422, "password-too-common", { field: "password" });
      world.signedIn = true;
      return HttpResponse.json({ person: { ...me, name: "Sanne Bos" } }, { status: 201 });
    }),
    http.get("/api/v1/people", () => HttpResponse.json({ items: world.people, live: world.live })),
    http.get("/api/v1/calls", () => HttpResponse.json({ items: world.calls, live: world.live })),
    http.post("/api/v1/conversations/:id/calls", async ({ params, request }) => {
      const { topic, to } = (await request.json()) as { topic: string; to: string };
      if (to.startsWith("+31900")) return problem(422, "dear-number", { field: "to", detail: "It costs extra." });
      return HttpResponse.json(world.place(String(params.id), topic, to), { status: 201 });
    }),
    http.put("/api/v1/conversations/:id/calls/:entry/note", async ({ params, request }) => {
      const { text } = (await request.json()) as { text: string };
      return item(world.callNote(String(params.id), String(params.entry), text));
    }),
    http.patch("/api/v1/people/:id", async ({ params, request }) => {
      const before = world.people.find((one) => one.id === params.id);
      const change = (await request.json()) as PersonChange;
      if (change.roles && params.id === "p-noor") return problem(409, "last-administrator");
      if (change.password === "welkom1234") return problem(422, "password-too-common", { field: "password" });
      return item(
        before &&
          world.changePerson({
            ...before,
            ...(Object.fromEntries(Object.entries(change).filter(([, wish]) => wish !== null)) as Partial<Colleague>),
            cover: change.cover === "" ? null : (change.cover ?? before.cover),
          }),
      );
    }),
    http.post("/api/v1/people/:id/teams", async ({ params, request }) => {
      const { were, teams } = (await request.json()) as { were: string[]; teams: string[] };
      const id = String(params.id);
      if (world.teams.some((team) => team.members.includes(id) !== were.includes(team.id)))
        return problem(409, "changed-meanwhile");
      world.teams = world.teams.map((team) => ({
        ...team,
        members: [...team.members.filter((one) => one !== id), ...(teams.includes(team.id) ? [id] : [])],
        version: team.version + (were.includes(team.id) === teams.includes(team.id) ? 0 : 1),
      }));
      return HttpResponse.json({ items: world.teams.filter((team) => team.members.includes(id)) });
    }),
    http.get("/api/v1/people/:id/work", ({ params }) => HttpResponse.json(world.work(String(params.id)))),
    http.post("/api/v1/people/:id/work/hand-over", async ({ params, request }) => {
      const { to } = (await request.json()) as { to: string | null };
      const away = world.people.find((one) => one.id === to)?.presence.state === "away";
      if (away) return problem(409, "cover-away", { field: "to" });
      world.handedOver.push({ from: String(params.id), to });
      return HttpResponse.json(world.work(String(params.id)), { status: 202 });
    }),
    http.get("/api/v1/invitations", () => HttpResponse.json({ items: world.invitations })),
    http.post("/api/v1/invitations", async ({ request }) => {
      const wish = (await request.json()) as NewInvitation;
      if (world.people.some((one) => one.email === wish.email)) return problem(409, "email-taken", { field: "email" });
      return HttpResponse.json(world.invite(wish), { status: 201 });
    }),
    http.post("/api/v1/invitations/:id/send", ({ params }) => {
      const before = world.invitations.find((one) => one.id === params.id);
      if (!before) return problem(404, "not-found");
      world.invitations = world.invitations.filter((one) => one !== before);
      return HttpResponse.json(world.invite(before));
    }),
    http.delete("/api/v1/invitations/:id", ({ params }) => {
      world.invitations = world.invitations.filter((one) => one.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get("/api/v1/teams", () => HttpResponse.json({ items: world.teams })),
    http.post("/api/v1/teams", async ({ request }) => {
      const team = { id: `team-${world.teams.length + 1}`, version: 1, ...((await request.json()) as TeamWish) };
      world.teams = [...world.teams, team];
      return HttpResponse.json(team, { status: 201 });
    }),
    http.patch("/api/v1/teams/:id", async ({ params, request }) => {
      const { version, ...wish } = (await request.json()) as Partial<TeamWish> & { version: number };
      if (world.teams.find((team) => team.id === params.id)?.version !== version)
        return problem(409, "changed-meanwhile");
      const after = { ...wish, version: version + 1 };
      world.teams = world.teams.map((team) => (team.id === params.id ? { ...team, ...after } : team));
      return item(world.teams.find((team) => team.id === params.id));
    }),
    http.delete("/api/v1/teams/:id", ({ params }) => {
      world.teams = world.teams.filter((team) => team.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get("/api/v1/departments", () => HttpResponse.json({ items: world.departments })),
    http.post("/api/v1/departments", async ({ request }) => {
      const wish = (await request.json()) as DepartmentWish;
      if (world.departments.some((one) => one.name === wish.name)) return problem(409, "name-taken", { field: "name" });
      const made = { id: `d-${world.departments.length + 1}`, version: 1, ...wish };
      world.departments = [...world.departments, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.patch("/api/v1/departments/:id", async ({ params, request }) => {
      const { version, ...wish } = (await request.json()) as DepartmentWish & { version: number };
      if (world.departments.find((one) => one.id === params.id)?.version !== version)
        return problem(409, "changed-meanwhile");
      const after = { ...wish, version: version + 1 };
      world.departments = world.departments.map((one) => (one.id === params.id ? { ...one, ...after } : one));
      return item(world.departments.find((one) => one.id === params.id));
    }),
    http.delete("/api/v1/departments/:id", ({ params }) => {
      world.departments = world.departments.filter((one) => one.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post("/api/v1/people/:id/presence", async ({ params, request }) => {
      const wish = (await request.json()) as PresenceWish;
      return item(world.stand(String(params.id), wish)?.presence);
    }),
    ...promiseHandlers(world),
    ...factHandlers(world),
    ...triggerHandlers(),
    ...occasionHandlers(world),
    ...identityHandlers(world),
    ...boardHandlers(world),
    ...queueHandlers(world),
    ...handoverHandlers(world),
    http.post("/api/v1/topics/:id/queue", async ({ params, request }) => {
      const { queue, note } = (await request.json()) as { queue: string; note: string | null };
      const target = [...world.queues.items, ...world.queues.others].find((one) => one.id === queue);
      if (!target) return problem(422, "unknown-queue");
      const moved = world.moveTopic(String(params.id), target, note ?? "");
      return moved ? HttpResponse.json(moved) : new HttpResponse(null, { status: 204 });
    }),
    http.post("/api/v1/inbox/next", () => {
      const first = world.list("unassigned").find((one) => one.topic.waitingSince);
      const taken = first && world.assign(first.topic.id, me.id);
      return taken ? HttpResponse.json(taken) : new HttpResponse(null, { status: 204 });
    }),
    http.get("/api/v1/inbox", ({ request }) => {
      const parameters = new URL(request.url).searchParams;
      const from = Number(parameters.get("cursor") ?? 0);
      const all = world.list((parameters.get("view") ?? "all") as ViewName);
      const next = from + 50 < all.length ? String(from + 50) : null;
      return HttpResponse.json({ items: all.slice(from, from + 50), next, live: world.live });
    }),
    http.get("/api/v1/inbox/counts", () => HttpResponse.json({ ...world.counts(), live: world.live })),
    http.get("/api/v1/conversations/:id", ({ params }) => item(world.conversation(String(params.id)))),
    http.get("/api/v1/conversations/:id/entries", ({ params, request }) => {
      const parameters = new URL(request.url).searchParams;
      const before = parameters.get("before");
      const topic = parameters.get("topic");
      const all = [...(world.entries.get(String(params.id)) ?? [])]
        .filter((one) => (topic === null || one.topic === topic) && (before === null || one.id < before))
        .reverse();
      const page = all.slice(0, 50);
      const items = world.readable(page);
      return HttpResponse.json({
        items,
        next: all.length > 50 ? (page.at(-1)?.id ?? null) : null,
        live: world.live,
        said: null,
        whole: null,
      });
    }),
    http.get("/api/v1/conversations/:id/reply-options", ({ params }) => {
      const options = world.options(String(params.id));
      const last = world.entries.get(String(params.id))?.findLast((one) => one.direction === "in")?.channel;
      const preferred = options.findIndex((option) => option.available && option.channel === last);
      return HttpResponse.json({
        options,
        preferred: preferred >= 0 ? preferred : options.findIndex((one) => one.available),
      });
    }),
    http.post("/api/v1/conversations/:id/messages", async ({ params, request }) => {
      const message = (await request.json()) as NewMessage;
      const id = String(params.id);
      const newer = (world.entries.get(id) ?? []).filter(
        (one) => message.seen && one.id > message.seen && one.type === "message",
      );
      if (newer.length > 0 && !world.byClient.has(message.clientId)) return problem(409, "newer-messages", { newer });
      const sent = world.send(id, message);
      const step = (delivery: Entry["delivery"], after: number) =>
        setTimeout(() => {
          const now = world.entries.get(id)?.find((one) => one.id === sent.id);
          if (now && now.delivery !== "withdrawn") world.update(id, sent.id, { delivery });
        }, after);
      step("sent", world.undoMs + 500);
      step("delivered", world.undoMs + 1500);
      return HttpResponse.json(sent, { status: 201 });
    }),
    http.post("/api/v1/conversations/:id/notes", async ({ params, request }) =>
      HttpResponse.json(world.send(String(params.id), (await request.json()) as NewNote), { status: 201 }),
    ),
    http.post("/api/v1/conversations/:id/entries/:entry/withdraw", ({ params }) =>
      item(world.update(String(params.id), String(params.entry), { delivery: "withdrawn", undoUntil: null })),
    ),
    http.post("/api/v1/conversations/:id/entries/:entry/retry", ({ params }) =>
      item(world.update(String(params.id), String(params.entry), { delivery: "queued", deliveryReason: null })),
    ),
    http.post("/api/v1/conversations/:id/entries/:entry/move", async ({ params, request }) => {
      const { topic } = (await request.json()) as { topic: string };
      world.update(String(params.id), String(params.entry), { topic });
      return HttpResponse.json({ topic: world.topics.get(topic)?.topic ?? { id: topic, title: topic } });
    }),
    http.post("/api/v1/topics/:id/assign", async ({ params, request }) => {
      const { assignee } = (await request.json()) as { assignee: string | null };
      return item(world.assign(String(params.id), assignee));
    }),
    http.post("/api/v1/topics/:id/resolve", ({ params }) => item(world.settle(String(params.id), "resolved"))),
    http.post("/api/v1/topics/:id/snooze", async ({ params, request }) => {
      const { until } = (await request.json()) as { until: string };
      return item(world.snooze(String(params.id), until));
    }),
    http.post("/api/v1/topics/:id/reopen", ({ params }) => item(world.settle(String(params.id), "open"))),
    http.post("/api/v1/topics/:id/read", ({ params }) => {
      world.read(String(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
    http.patch("/api/v1/topics/:id", async ({ params, request }) => {
      const { title } = (await request.json()) as { title: string };
      return item(world.rename(String(params.id), title));
    }),
    http.post("/api/v1/attachments", async ({ request }) => {
      const file = (await request.formData()).get("file") as File;
      return HttpResponse.json(
        { id: `u-${Date.now()}`, name: file.name, type: file.type, size: file.size, url: "" },
        { status: 201 },
      );
    }),
    http.get(
      "/mock/poot.svg",
      () =>
        new HttpResponse(
          '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="300"><rect width="480" height="300" fill="#b9ab95"/><rect y="190" width="480" height="110" fill="#8d7a63"/><rect x="32" y="24" width="416" height="130" fill="#6b7565"/><path d="m90 154 8 90h14l6-90zm230 0-8 60 30 34 8-10-16-28 8-56z" fill="#4a3526"/></svg>',
          { headers: { "Content-Type": "image/svg+xml" } },
        ),
    ),
    http.get("/api/v1/dead-letters", () =>
      HttpResponse.json({
        items: [
          {
            id: "d1",
            account: "email-support",
            channel: "email",
            at: new Date(Date.now() - 7_200_000).toISOString(),
            reason: "The MIME structure nests more than 100 levels deep.",
            attempts: 3,
            size: 48_213,
          },
          {
            id: "d2",
            account: "sms-main",
            channel: "sms",
            at: new Date(Date.now() - 90_000_000).toISOString(),
            reason: "The sender is not a phone number.",
            attempts: 1,
            size: 612,
          },
        ],
        next: null,
      }),
    ),
    http.get("/api/v1/dead-letters/:id", ({ params }) =>
      HttpResponse.json({
        letter: {
          id: params.id,
          account: "email-support",
          channel: "email",
          at: new Date().toISOString(),
          reason: "The MIME structure nests more than 100 levels deep.",
          attempts: 3,
          size: 48_213,
        },
        headers: {},
        raw: "From: someone@example.org\nSubject: =?broken?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n",
      }),
    ),
    http.post("/api/v1/dead-letters/:id/replay", () => HttpResponse.json({ outcome: "stored" })),
    http.delete("/api/v1/dead-letters/:id", () => new HttpResponse(null, { status: 204 })),
    http.get("/api/v1/audit", () =>
      HttpResponse.json({
        items: [
          {
            id: "2-0",
            at: new Date(Date.now() - 600_000).toISOString(),
            who: "p-lotte",
            what: "signed-in",
            target: "p-lotte",
            details: {},
          },
          {
            id: "1-0",
            at: new Date(Date.now() - 900_000).toISOString(),
            who: "p-fatima",
            what: "dead-letter-discarded",
            target: "d0",
            details: { account: "sms-main" },
          },
          {
            id: "0-9",
            at: new Date(Date.now() - 1_000_000).toISOString(),
            who: "p-noor",
            what: "customers-merged",
            target: "3f0a91c2d4e5f6a7b8c9",
            details: { with: "81be91c2d4e5f6a7b8c9", merge: "0019ac4be1f00001" },
          },
        ],
        names: { "3f0a91c2d4e5f6a7b8c9": "Ada Lovelace", "81be91c2d4e5f6a7b8c9": "" },
        next: null,
      }),
    ),
  ];
}
