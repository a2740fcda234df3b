import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { Announcer } from "../components/ui/announcer.tsx";
import { ErrorBoundary } from "../components/ui/error-boundary.tsx";
import { Toaster } from "../components/ui/toaster.tsx";
import { Waits } from "../components/ui/waits.tsx";
import { sayFaults } from "../lib/field-faults.ts";
import { i18n } from "../lib/i18n/setup.ts";
import { createQueryClient } from "./query-client.ts";

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  useEffect(sayFaults, []);
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary>{children}</ErrorBoundary>
        <Toaster />
        <Waits />
        <Announcer />
      </I18nextProvider>
    </QueryClientProvider>
  );
}
