import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setupServer } from "msw/node";
import {
  UNSAFE_createMemoryHistory as createMemoryHistory,
  unstable_HistoryRouter as HistoryRouter,
} from "react-router";
import { VirtuosoMockContext } from "react-virtuoso";
import { guarded } from "../app/guarded-history.ts";
import { Providers } from "../app/providers.tsx";
import { AppRoutes } from "../app/routes.tsx";
import { liveState } from "../lib/live-state.ts";
import { me } from "./mock/cast.ts";
import { handlersFor } from "./mock/handlers.ts";
import { stompFor } from "./mock/stomp.ts";
import { World } from "./mock/world.ts";

/** The whole app at an address, over a fresh mock world: real requests, a real STOMP client. */
export async function renderApp(path: string, prepare: (world: World) => void = () => undefined, world = new World()) {
  me.language = "en";
  prepare(world);
  liveState.set({ status: "connecting", since: Date.now(), heardAt: Date.now() });
  const server = setupServer(...handlersFor(world), stompFor(world, `ws://${window.location.host}/ws/agent`));
  await server.listen({ onUnhandledFrame: "error" });
  const history = guarded(createMemoryHistory({ initialEntries: [path], v5Compat: true }));
  const view = render(
    <Providers>
      <VirtuosoMockContext.Provider value={{ viewportHeight: 2000, itemHeight: 40 }}>
        <HistoryRouter history={history}>
          <AppRoutes />
        </HistoryRouter>
      </VirtuosoMockContext.Provider>
    </Providers>,
  );
  const end = async () => {
    view.unmount();
    world.over = true;
    await server.close();
  };
  return { world, server, view, history, end, user: userEvent.setup({ delay: null }) };
}
