import { HttpResponse, http, type RequestHandler } from "msw";
import type { Customer } from "../../types/api.ts";
import type {
  CustomerEdit,
  Deed,
  Given,
  GiveWish,
  Merged,
  MergeWish,
  Split,
  SplitWish,
  Suggestion,
  UndoPreview,
} from "../../types/identity.ts";
import { me } from "./cast.ts";
import type { World } from "./world.ts";

const missing = () => HttpResponse.json({ type: "not-found", status: 404 }, { status: 404 });
const gone = () => new HttpResponse(null, { status: 204 });

/** The contract's who is who, over a world: enough of it to look at, and to try. */
export function identityHandlers(world: World): RequestHandler[] {
  const customer = (id: string | readonly string[] | undefined): Customer | undefined =>
    world.conversation(String(id).replace(/^c-/, "k-"))?.customer;
  const told = (one: Customer) => {
    world.emit({ type: "conversation", conversation: one.conversation, customer: one });
    return HttpResponse.json(one);
  };
  return [
    http.get("/api/v1/customers", ({ request }) => {
      const typed = (new URL(request.url).searchParams.get("q") ?? "").toLowerCase();
      const items = [...world.entries.keys()]
        .map((id) => world.conversation(id)?.customer)
        .filter((one) => one !== undefined)
        .filter(
          (one) =>
            one.name.toLowerCase().includes(typed) || one.identities.some((identity) => identity.value.includes(typed)),
        );
      return HttpResponse.json({ items });
    }),
    http.get("/api/v1/customers/:id/erasure", ({ params }) => {
      const name = customer(params.id)?.name ?? "";
      return HttpResponse.json({
        name,
        entries: 34,
        files: 2,
        topics: 3,
        addresses: 4,
        openTopics: 1,
        promises: 1,
        since: new Date().toISOString(),
      });
    }),
    http.post("/api/v1/customers/:id/erasure", () => new HttpResponse(null, { status: 204 })),
    http.patch("/api/v1/customers/:id", async ({ params, request }) => {
      const one = customer(params.id);
      const edit = (await request.json()) as CustomerEdit;
      if (edit.zone === "Mars") return HttpResponse.json({ type: "unknown-zone", status: 422 }, { status: 422 });
      return one ? told({ ...one, ...edit }) : missing();
    }),
    http.get("/api/v1/customers/:id/suggestions", ({ params }) =>
      HttpResponse.json({ items: world.suggestions.get(String(params.id)) ?? [] }),
    ),
    http.delete("/api/v1/customers/:id/suggestions/:other", ({ params }) => {
      const id = String(params.id);
      world.suggestions.set(
        id,
        (world.suggestions.get(id) ?? []).filter((one) => one.id !== params.other),
      );
      return gone();
    }),
    http.get("/api/v1/customers/:id/merges", () =>
      HttpResponse.json({ items: world.deeds.filter((deed) => deed.kind === "merge" && deed.undone === null) }),
    ),
    http.post("/api/v1/customers/:id/merges", async ({ params, request }) => {
      const wish = (await request.json()) as MergeWish;
      const stays = customer(params.id);
      const joins = customer(wish.with);
      if (!stays || !joins) return missing();
      if (wish.preview)
        return HttpResponse.json({
          id: null,
          customer: null,
          preview: {
            customer: stays,
            with: joins,
            topics: { customer: 3, with: 1 },
            conflicts: [{ field: "name", customer: stays.name, with: joins.name, chosen: stays.id }],
          },
        } satisfies Merged);
      const deed: Deed = {
        id: `m-${world.deeds.length + 1}`,
        kind: "merge",
        from: { id: joins.id, name: joins.name },
        to: { id: stays.id, name: stays.name },
        by: me.name,
        at: new Date().toISOString(),
        undone: null,
      };
      world.deeds.push(deed);
      world.suggestions.delete(stays.id);
      world.emit({ type: "homes", conversation: stays.conversation, at: stays.conversation });
      return HttpResponse.json({ id: deed.id, customer: stays, preview: null } satisfies Merged, { status: 201 });
    }),
    http.get("/api/v1/customers/:id/merges/:merge", ({ params }) => {
      const merge = world.deeds.find((deed) => deed.id === params.merge);
      if (!merge) return missing();
      const undo: UndoPreview = {
        exact: false,
        promises: 0,
        since: 1,
        stays: { customer: merge.to.id, name: merge.to.name, addresses: ["+31628419017"], topics: 3, entries: 14 },
        goes: { customer: merge.from.id, name: merge.from.name, addresses: ["lieke@posteo.nl"], topics: 1, entries: 3 },
        twins: [{ topic: "t-eva", title: "Order 4711-82 not received", stays: 6, goes: 1 }],
      };
      return HttpResponse.json({ merge, undo: merge.undone ? null : undo });
    }),
    http.delete("/api/v1/customers/:id/merges/:merge", ({ params }) => {
      const merge = world.deeds.find((deed) => deed.id === params.merge);
      const stays = customer(params.id);
      if (!merge || !stays) return missing();
      merge.undone = { by: me.name, at: new Date().toISOString() };
      world.emit({ type: "homes", conversation: stays.conversation, at: stays.conversation });
      return HttpResponse.json({ id: merge.id, customer: stays, apart: stays });
    }),
    http.post("/api/v1/customers/:id/detachments", async ({ params, request }) => {
      const { identities } = (await request.json()) as { identities: string[] };
      const one = customer(params.id);
      if (!one) return missing();
      told({ ...one, identities: one.identities.filter((identity) => !identities.includes(identity.id)) });
      return HttpResponse.json({ id: "d-1", customer: one, apart: one }, { status: 201 });
    }),
    http.post("/api/v1/conversations/:id/moves", async ({ params, request }) => {
      const wish = (await request.json()) as GiveWish;
      const from = world.conversation(String(params.id))?.customer;
      const to = wish.customer
        ? customer(wish.customer)
        : from && { ...from, id: "c-new", name: wish.name || from.name };
      if (!from || !to) return missing();
      const deed: Deed = {
        id: `g-${world.deeds.length + 1}`,
        kind: "move",
        from: { id: from.id, name: from.name },
        to: { id: to.id, name: to.name },
        by: me.name,
        at: new Date().toISOString(),
        undone: null,
      };
      world.deeds.push(deed);
      world.gifts.push(wish);
      world.emit({ type: "homes", conversation: from.conversation, at: from.conversation });
      return HttpResponse.json(
        { id: deed.id, topic: wish.topic ?? "t-new", customer: from, receiver: to } satisfies Given,
        { status: 201 },
      );
    }),
    http.get("/api/v1/conversations/:id/moves", ({ params }) => {
      const here = world.conversation(String(params.id))?.customer.id;
      const items = world.deeds
        .filter((deed) => deed.kind === "move" && deed.undone === null)
        .map((move) => ({ move, title: "Order 4711-82 not received", away: move.from.id === here }));
      return HttpResponse.json({ items });
    }),
    http.get("/api/v1/conversations/:id/moves/:move", ({ params }) => {
      const move = world.deeds.find((deed) => deed.id === params.move);
      if (!move) return missing();
      const side = { addresses: [], topics: 1, entries: 2 };
      const undo: UndoPreview = {
        exact: true,
        since: 0,
        stays: { customer: move.to.id, name: move.to.name, ...side },
        goes: { customer: move.from.id, name: move.from.name, ...side },
        twins: [],
        promises: 1,
      };
      return HttpResponse.json({ move, title: "", undo: move.undone ? null : undo, because: null });
    }),
    http.delete("/api/v1/conversations/:id/moves/:move", ({ params }) => {
      const move = world.deeds.find((deed) => deed.id === params.move);
      const from = move && customer(move.from.id);
      if (!move || !from) return missing();
      move.undone = { by: me.name, at: new Date().toISOString() };
      return HttpResponse.json({ id: move.id, topic: null, customer: from, receiver: from } satisfies Given);
    }),
    http.post("/api/v1/customers/:id/splits", async ({ params, request }) => {
      const wish = (await request.json()) as SplitWish & { preview?: boolean };
      const one = customer(params.id);
      if (!one) return missing();
      const preview = [{ topic: "t-eva", title: "Order 4711-82 not received", stays: 6, goes: 1, promises: 1 }];
      if (wish.preview) return HttpResponse.json({ id: null, customer: one, apart: null, preview } satisfies Split);
      told({ ...one, identities: one.identities.filter((identity) => !wish.identities.includes(identity.id)) });
      const apart = { ...one, id: "c-apart", name: wish.name, conversation: "k-apart" };
      return HttpResponse.json({ id: "d-1.g-2", customer: one, apart, preview: null } satisfies Split, { status: 201 });
    }),
    http.delete("/api/v1/customers/:id/splits/:split", ({ params }) => {
      const one = customer(params.id);
      world.unsplit.push(String(params.split));
      return one ? HttpResponse.json(one) : missing();
    }),
    http.put("/api/v1/customers/:id/shared-identities", async ({ params, request }) => {
      const { identity, shared } = (await request.json()) as { identity: string; shared: boolean };
      const one = customer(params.id);
      if (!one) return missing();
      return told({
        ...one,
        identities: one.identities.map((kept) => (kept.id === identity ? { ...kept, shared } : kept)),
      });
    }),
  ];
}

/** Somebody in the chat typed what Eva has, and named her order. */
export const mightBeEva: Suggestion = {
  id: "c-lieke",
  customer: { id: "c-lieke", name: "Visitor from Leiden", conversation: "k-lieke" },
  strength: "strong",
  evidence: [
    { kind: "typed-address", value: "eva.lindeman@posteo.nl", source: "visitor" },
    { kind: "same-order", value: "471182", source: "visitor" },
  ],
};
