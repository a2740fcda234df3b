import { setupWorker } from "msw/browser";
import { me } from "./cast.ts";
import { handlersFor } from "./handlers.ts";
import { stompFor } from "./stomp.ts";
import { World } from "./world.ts";

declare global {
  interface Window {
    /** The mock world, to let things happen by hand: `world.arrive("Ada", "Hallo")`. */
    world?: World;
  }
}

export async function startMockWorld(): Promise<void> {
  const world = new World();
  me.language = localStorage.getItem("mock.language") === "nl" ? "nl" : "en";
  window.world = world;
  if (new URLSearchParams(window.location.search).has("signed-out")) world.signedIn = false;
  const worker = setupWorker(...handlersFor(world), stompFor(world, `ws://${window.location.host}/ws/agent`));
  await worker.start({ onUnhandledFrame: "bypass", quiet: true });
}
