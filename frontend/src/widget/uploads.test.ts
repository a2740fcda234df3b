import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { uploadUrl } from "./settings";
import { ChatServer } from "./testing/chat-server";
import { Browser, settingsFor, tabIn } from "./testing/given";
import { uploadTo } from "./uploads";

let server: ChatServer;
const file = new File(["the picture"], "rug.png", { type: "image/png" });

beforeEach(async () => {
  server = await new ChatServer().start();
});

afterEach(() => server.stop());

async function visitor(): Promise<string> {
  const chat = tabIn(new Browser(), server.base);
  chat.open();
  await expect.poll(() => server.visitors.length).toBe(1);
  chat.pause();
  return server.visitors[0] ?? "";
}

const send = (token: string, signal = new AbortController().signal) =>
  uploadTo(uploadUrl(settingsFor(server.base)))(file, token, () => {}, signal);

describe("an upload", () => {
  it("arrives under its visitor and gives the file its id", async () => {
    expect(await send(await visitor())).toEqual({
      ok: true,
      file: { id: "u1", name: "rug.png", type: "image/png", size: 11 },
    });
  });

  it.each([
    [413, "too-large"],
    [422, "infected"],
    [415, "kind"],
    [429, "pace"],
    [500, "failed"],
    [403, "failed"],
  ])("that is answered %i is a problem with a name: %s", async (status, problem) => {
    server.uploadStatus = status;
    expect(await send(await visitor())).toEqual({ ok: false, problem });
  });

  it("fails when nobody is there", async () => {
    const token = await visitor();
    await server.stop();
    expect(await send(token)).toEqual({ ok: false, problem: "failed" });
  });

  it("can be given up", async () => {
    const control = new AbortController();
    const result = send(await visitor(), control.signal);
    control.abort();
    expect(await result).toEqual({ ok: false, problem: "failed" });
  });
});
