import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import {
  UNSAFE_createBrowserHistory as createBrowserHistory,
  unstable_HistoryRouter as HistoryRouter,
} from "react-router";
import { fetchAhead } from "../components/ui/later.tsx";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/shell.css";
import "../styles/list.css";
import "../styles/conversation.css";
import "../styles/composer.css";
import "../styles/panels.css";
import "../styles/promise.css";
import "../styles/board.css";
import "../styles/phone.css";
import { guarded } from "./guarded-history.ts";
import { Providers } from "./providers.tsx";
import { AppRoutes } from "./routes.tsx";

/** After the first load has settled, in milliseconds. */
const settled = 1_000;

async function start() {
  // The mock world is there in its own development mode only; a build leaves this branch out.
  if (import.meta.env.MODE === "mock") await (await import("../testing/mock/browser.ts")).startMockWorld();
  const root = document.getElementById("root");
  if (!root) return;
  const history = guarded(createBrowserHistory({ v5Compat: true }));
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <HistoryRouter history={history}>
          <AppRoutes />
        </HistoryRouter>
      </Providers>
    </StrictMode>,
  );
}

void start().then(() => setTimeout(() => void fetchAhead(), settled));
