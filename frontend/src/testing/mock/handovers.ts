import { HttpResponse, http, type RequestHandler } from "msw";
import type { Channel } from "../../types/api.ts";
import type { Handover, HandoverWay, NewHandover } from "../../types/handover.ts";
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
  ...more,
});

/** A small square that looks like a picture to scan. */
const qr = {
  size: 21,
  path: "M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7zM9 2h2v3h-2zM9 9h5v2h-5zM12 14h6v2h-6zM16 18h4v2h-4z",
};

/** The contract's handovers, over a world. */
export function handoverHandlers(world: World): RequestHandler[] {
  const all: (Handover & { conversation: string })[] = [];
  return [
    http.get("/api/v1/conversations/:id/handover-ways", () =>
      HttpResponse.json({
        from: "chat",
        items: [
          way("email", "write", { address: "eva.lindeman@posteo.nl", proven: true }),
          way("whatsapp", "text"),
          way("voice", "code"),
          way("sms", "write", { address: "+31628419017", proven: true }),
          way("telegram", "text", { available: false, reason: "not-connected", reasonText: "Not connected." }),
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
        link: wanted.to === "whatsapp" ? "https://wa.me/31970?text=LOPER" : null,
        code: wanted.to === "voice" ? "482193" : null,
        qr: wanted.to === "whatsapp" ? qr : null,
        by: { kind: "agent", id: "p-lotte", name: "Lotte" },
        offeredAt: new Date(now).toISOString(),
        expiresAt: new Date(now + 600_000).toISOString(),
        closedAt: null,
        told: null,
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
