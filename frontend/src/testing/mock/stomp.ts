import { ws } from "msw";
import type { Frame } from "../../types/push.ts";
import type { World } from "./world.ts";

/** A STOMP 1.2 server of three commands, so that the real client speaks to the mock world. */
export function stompFor(world: World, url: string) {
  return ws.link(url).addEventListener("connection", ({ client }) => {
    world.sockets.add(client);
    let subscription = "";
    let stop: (() => void) | undefined;
    // Nothing is said to a page that is already taken down.
    const say = (command: string, headers: Record<string, string>, body = "") =>
      world.over ||
      client.send(
        `${command}\n${Object.entries(headers)
          .map(([name, value]) => `${name}:${value}\n`)
          .join("")}\n${body}\0`,
      );
    const push = (frame: Frame) =>
      subscription &&
      say(
        "MESSAGE",
        {
          subscription,
          "message-id": String(Math.random()),
          destination: "/user/queue/changes",
          "content-type": "application/json",
        },
        JSON.stringify(frame),
      );
    const beat = setInterval(() => push({ cursor: world.live, head: world.live, changes: [] }), 4_000);
    client.addEventListener("message", (event) => {
      for (const text of String(event.data).split("\0")) {
        const trimmed = text.replace(/^\n+/, "");
        if (!trimmed) {
          if (!world.over) client.send("\n");
          continue;
        }
        const [head = "", body = ""] = trimmed.split("\n\n", 2);
        const [command, ...lines] = head.split("\n");
        const headers = Object.fromEntries(lines.map((line) => line.split(/:(.*)/s).slice(0, 2)));
        if (command === "CONNECT" || command === "STOMP") say("CONNECTED", { version: "1.2", "heart-beat": "0,0" });
        else if (command === "SUBSCRIBE") {
          subscription = headers.id ?? "";
          world.subscribed = headers;
          stop = world.listen(push);
        } else if (command === "SEND" && headers.destination === "/app/input") {
          world.inputs += 1;
        } else if (command === "SEND" && headers.destination === "/app/watch") {
          const { cursor, watches } = JSON.parse(body) as { cursor?: string; watches: World["watched"] };
          world.watched = watches;
          push({ cursor: world.live, changes: cursor ? world.since(cursor) : [] });
        }
      }
    });
    client.addEventListener("close", () => {
      clearInterval(beat);
      stop?.();
      world.sockets.delete(client);
    });
  });
}
