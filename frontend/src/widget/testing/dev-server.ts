import type { Plugin } from "vite";
import { ChatServer } from "./chat-server.ts";

const ROBOT = /\b(picture|foto)\b/i;

/** Lets `npm run dev:widget` answer its own chat: a pretend agent reads, types and replies. Never part of a build. */
export function devChat(): Plugin {
  const server = new ChatServer(() => Date.now());
  const answer = server.say.bind(server);
  const later = (ms: number, action: () => void) => setTimeout(action, ms);

  const stands = (visitor: string, part: object) => {
    const until = new Date(Date.now() + 4 * 3_600_000).toISOString();
    server.tell(visitor, { type: "standing", open: true, until, before: null, with: null, ...part });
  };

  server.ways = ["whatsapp", "email"];
  server.onMessage = (visitor, entry) => {
    stands(visitor, { before: 2 });
    later(900, () => server.tell(visitor, { type: "seen", entry: entry.id }));
    later(1200, () => server.tell(visitor, { type: "typing", name: "Fatima Aydin", on: true }));
    later(2400, () => stands(visitor, { with: "Fatima Aydin" }));
    later(3200, () => {
      const attachments = ROBOT.test(entry.text)
        ? [{ name: "icon.png", type: "image/png", size: 12_000, url: "/widget/attachments/none" }]
        : [];
      answer(visitor, "Ja hoor, en zaterdag kan ook. Alles staat op https://example.com/levering.", {
        name: "Fatima Aydin",
        attachments,
      });
    });
  };

  return {
    name: "dev-chat",
    apply: "serve",
    configureServer({ httpServer, middlewares }) {
      httpServer?.on("upgrade", (request, socket, head) => {
        if (request.url?.startsWith("/ws/chat")) {
          server.upgrade(request, socket, head);
        }
      });
      middlewares.use((request, response, next) => {
        if (request.method === "OPTIONS" || !request.url?.startsWith("/widget/")) {
          next();
        } else if (!server.answer(request, response)) {
          next();
        }
      });
      middlewares.use("/dev", (request, response) => {
        if (request.url === "/away") {
          server.goAway();
        } else {
          server.comeBack();
        }
        response.end();
      });
    },
  };
}
