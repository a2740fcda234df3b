// @vitest-environment node

import { describe, expect, it } from "vitest";
import { parseFrame } from "./protocol";

const at = "2026-11-22T12:00:00Z";
const parse = (frame: unknown) => parseFrame(JSON.stringify(frame));

describe("a frame of the server", () => {
  it.each([undefined, "", "{", "7", "null", "[]", '"text"', "{}", '{"type":"novelty"}', '{"type":"welcome"}'])(
    "that is %s is ignored",
    (data) => {
      expect(parseFrame(data)).toBeNull();
    },
  );

  it("may miss what is not essential", () => {
    expect(parse({ type: "entry", entry: { id: "e1", at, text: 7, attachments: [null, { name: "a" }] } })).toEqual({
      type: "entry",
      entry: {
        id: "e1",
        clientId: null,
        from: "system",
        name: null,
        text: "",
        at,
        attachments: [
          { name: "", type: "", size: 0, url: null },
          { name: "a", type: "", size: 0, url: null },
        ],
        withdrawn: false,
      },
    });
  });

  it("tells how a promise stands, in words where its moment is named no more", () => {
    const promise = { state: "due-soon", dueAt: at };
    const entry = (said: unknown) => parse({ type: "entry", entry: { id: "e1", at, promise: said } });
    expect(entry({ ...promise, says: "Later than promised" })).toMatchObject({
      entry: { promise: { ...promise, says: "Later than promised" } },
    });
    expect(entry({ ...promise, says: null })).toHaveProperty("entry.promise", promise);
  });

  it("may have more than is known", () => {
    expect(parse({ type: "seen", entry: "e1", mood: "good" })).toEqual({ type: "seen", entry: "e1" });
  });

  it("that tells of the queue may say nonsense, and then says nothing", () => {
    expect(parse({ type: "standing", open: "yes", until: "soon", before: "2", with: 7 })).toEqual({
      type: "standing",
      open: false,
      until: null,
      before: null,
      with: null,
    });
  });

  it("with an unknown reason counts as a refusal for good", () => {
    expect(parse({ type: "refused", id: "m1", reason: "novelty", retryAfterMs: -5 })).toEqual({
      type: "refused",
      id: "m1",
      reason: "bad-frame",
      retryAfterMs: null,
    });
  });

  it("leaves entries without an id or a moment out of a page", () => {
    expect(
      parse({ type: "history", entries: [{}, { id: "e1", at }, { id: "e2", at: "soon" }, 3], more: "yes" }),
    ).toMatchObject({
      entries: [{ id: "e1" }],
      more: false,
    });
  });
});
