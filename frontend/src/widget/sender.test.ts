// @vitest-environment node

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOutbox } from "./outbox";
import type { ClientFrame } from "./protocol";
import { ACK_PATIENCE, createSender } from "./sender";
import { Browser } from "./testing/given";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given() {
  const sent: ClientFrame[] = [];
  const outbox = createOutbox(new Browser().keep(), "one", Date.now);
  const line = { stands: true };
  const onSilence = vi.fn();
  const sender = createSender({
    outbox,
    transmit: (frame) => line.stands && sent.push(frame) > 0,
    random: () => 1,
    onSilence,
    onHeld: () => {},
    onChange: () => {},
  });
  const write = (id: string) => {
    outbox.add({ id, text: id, attachments: [], createdAt: Date.now() });
    vi.setSystemTime(Date.now() + 1);
    sender.pump();
  };
  return { sent, sender, write, line, onSilence, ids: () => sent.map((frame) => "id" in frame && frame.id) };
}

describe("the sender", () => {
  it("sends the next only when the one before is acknowledged", () => {
    const { sender, write, ids } = given();
    write("a");
    write("b");
    expect(ids()).toEqual(["a"]);
    sender.stored("a");
    expect(ids()).toEqual(["a", "b"]);
  });

  it("gives the line up when an acknowledgement does not come", () => {
    const { write, onSilence } = given();
    write("a");
    vi.advanceTimersByTime(ACK_PATIENCE - 1);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSilence).toHaveBeenCalledOnce();
  });

  it("sends the same again on the next line", () => {
    const { sender, write, sent } = given();
    write("a");
    sender.lineLost();
    sender.pump();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it("waits longer each time the store is unavailable", () => {
    const { sender, write, sent } = given();
    write("a");
    const refusal = { type: "refused", id: "a", reason: "unavailable", retryAfterMs: null } as const;
    sender.refused(refusal);
    vi.advanceTimersByTime(500);
    expect(sent).toHaveLength(2);
    sender.refused(refusal);
    vi.advanceTimersByTime(999);
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sent).toHaveLength(3);
  });

  it("ignores a refusal of something else", () => {
    const { sender, write, ids } = given();
    write("a");
    sender.refused({ type: "refused", id: null, reason: "too-fast", retryAfterMs: null });
    sender.refused({ type: "refused", id: "other", reason: "too-long", retryAfterMs: null });
    write("b");
    expect(ids()).toEqual(["a"]);
  });

  it("gives an acknowledged message back once", () => {
    const { sender, write } = given();
    write("a");
    expect(sender.stored("a")?.id).toBe("a");
    expect(sender.stored("a")).toBeNull();
  });
});
