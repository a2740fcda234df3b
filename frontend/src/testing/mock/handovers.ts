import { HttpResponse, http, type RequestHandler } from "msw";
import type { Channel } from "../../types/api.ts";
import type {
  Handover,
  HandoverRoute,
  HandoverWay,
  NewHandover,
  RouteFigures,
  RouteWish,
} from "../../types/handover.ts";
import type { World } from "./world.ts";

const way = (to: Channel, how: HandoverWay["how"], more: Partial<HandoverWay> = {}): HandoverWay => ({
  to,
  how,
  account: `${to}-main`,
  address: null,
  proven: false,
  available: true,
  reason: null,
  reasonText: null,
  suggested: null,
  wished: false,
  quietUntil: null,
  ...more,
});

/** A small square that looks like a picture to scan. */
const qr = {
  size: 21,
  path: "M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7zM9 2h2v3h-2zM9 9h5v2h-5zM12 14h6v2h-6zM16 18h4v2h-4z",
};

const starts: Channel[] = ["chat", "email", "sms", "whatsapp", "voice"];
const ends: Channel[] = ["email", "chat", "sms", "whatsapp", "voice", "messenger", "instagram", "telegram"];
const howTo: Partial<Record<Channel, HandoverRoute["how"]>> = { email: "write", chat: "page", voice: "code" };
const ours = {
  write: {
    en: "We go on by email: “{topic}”.\n\n{transcript}",
    nl: "We gaan per e-mail verder: “{topic}”.\n\n{transcript}",
  },
  text: { en: "Open {link} and send the message.", nl: "Open {link} en verstuur het bericht." },
  page: { en: "Go on in the chat: {link}", nl: "Verder in de chat: {link}" },
  code: { en: "Call {number} and key in {code}.", nl: "Bel {number} en toets {code} in." },
};
const needed = { write: [], text: ["{link}"], page: ["{link}"], code: ["{number}", "{code}"] };

function ourRoute(from: Channel, to: Channel): HandoverRoute {
  const how = howTo[to] ?? "text";
  const connected = !["messenger", "instagram", "telegram"].includes(to);
  return { from, to, how, enabled: true, connected, ...ours[how], own: false, needs: needed[how], version: "new" };
}

export const mockRoutes = (): HandoverRoute[] =>
  starts.flatMap((from) => ends.filter((to) => to !== from).map((to) => ourRoute(from, to)));

export const mockRouteFigures: RouteFigures[] = [
  {
    ...{ from: "chat", to: "whatsapp", offered: 41, arrived: 29, declined: 3, expired: 5, revoked: 4, open: 0 },
    ...{ success: 29 / 37, averageSeconds: 51, medianSeconds: 64 },
  },
  {
    ...{ from: "chat", to: "voice", offered: 12, arrived: 11, declined: 0, expired: 1, revoked: 0, open: 0 },
    ...{ success: 11 / 12, averageSeconds: 70, medianSeconds: 128 },
  },
];

/** The contract's handovers, over a world. */
export function handoverHandlers(world: World): RequestHandler[] {
  const all: (Handover & { conversation: string })[] = [];
  return [
    http.get("/api/v1/handover-routes", () => HttpResponse.json({ items: world.routes })),
    http.get("/api/v1/handovers/figures", ({ request }) =>
      HttpResponse.json({
        from: new URL(request.url).searchParams.get("from"),
        to: new Date().toISOString().slice(0, 10),
        items: world.routeFigures,
      }),
    ),
    http.put("/api/v1/handover-routes", async ({ request }) => {
      const { items } = (await request.json()) as { items: RouteWish[] };
      const known = (one: RouteWish) => world.routes.find((route) => route.from === one.from && route.to === one.to);
      if (items.some((one) => known(one)?.version !== one.version))
        return HttpResponse.json({ type: "changed-meanwhile" }, { status: 409 });
      world.routes = world.routes.map((route) => {
        const wish = items.find((one) => one.from === route.from && one.to === route.to);
        if (!wish) return route;
        const fresh = ourRoute(route.from, route.to);
        const own = { en: wish.en || fresh.en, nl: wish.nl || fresh.nl };
        return {
          ...fresh,
          ...own,
          enabled: wish.enabled,
          version: `${wish.version}.`,
          own: own.en !== fresh.en || own.nl !== fresh.nl,
        };
      });
      return HttpResponse.json({ items: world.routes });
    }),
    http.get("/api/v1/conversations/:id/handover-ways", () =>
      HttpResponse.json({
        from: "chat",
        items: [
          way("email", "write", { address: "eva.lindeman@posteo.nl", proven: !world.unproven }),
          way("whatsapp", "text"),
          way("voice", "code"),
          way("sms", "write", { address: "+31628419017", proven: true, ...world.wishes }),
          way("telegram", "text", { available: false, reason: "not-connected", reasonText: "Not connected." }),
          way("messenger", "text", { available: false, reason: "not-connected", reasonText: "Not connected." }),
          way("instagram", "text", { available: false, reason: "switched-off", reasonText: "Switched off." }),
        ],
      }),
    ),
    http.get("/api/v1/conversations/:id/handovers", ({ params }) =>
      HttpResponse.json({ items: all.filter((one) => one.conversation === params.id) }),
    ),
    http.post("/api/v1/conversations/:id/handovers", async ({ params, request }) => {
      const wanted = (await request.json()) as NewHandover;
      const now = Date.now();
      const handover: Handover & { conversation: string } = {
        conversation: String(params.id),
        id: `o-${all.length + 1}`,
        state: "offered",
        how: wanted.to === "voice" ? "code" : wanted.to === "whatsapp" ? "text" : "write",
        from: "chat",
        to: wanted.to,
        account: `${wanted.to}-main`,
        topic: wanted.topic,
        address: wanted.to === "email" ? (wanted.address ?? "eva.lindeman@posteo.nl") : null,
        link:
          wanted.to === "whatsapp"
            ? "https://wa.me/31970?text=LOPER"
            : wanted.to === "voice"
              ? "tel:+3197010280003"
              : null,
        code: wanted.to === "voice" ? "482193" : null,
        qr: wanted.to === "whatsapp" ? qr : null,
        by: { kind: "agent", id: "p-lotte", name: "Lotte" },
        offeredAt: new Date(now).toISOString(),
        expiresAt: new Date(now + 600_000).toISOString(),
        closedAt: null,
        told: null,
        said: !world.unreachable,
      };
      all.unshift(handover);
      return HttpResponse.json(handover, { status: 201 });
    }),
    http.delete("/api/v1/conversations/:id/handovers/:handover", ({ params }) => {
      const found = all.find((one) => one.id === params.handover);
      if (!found) return HttpResponse.json({ type: "not-found" }, { status: 404 });
      found.state = "revoked";
      return HttpResponse.json(found);
    }),
    http.post("/mock/arrive/:handover", ({ params }) => {
      const found = all.find((one) => one.id === params.handover);
      if (found) found.state = "arrived";
      if (found) world.goesOn(found.conversation, found);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
