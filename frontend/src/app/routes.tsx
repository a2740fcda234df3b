import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from "react-router";
import { later } from "../components/ui/later.tsx";
import { Trouble } from "../components/ui/trouble.tsx";
import { sessionQuery } from "../features/session/api/get-session.ts";
import { SignInPage } from "../features/session/components/sign-in-page.tsx";
import { chooseLanguage } from "../lib/i18n/setup.ts";
import type { Person } from "../types/api.ts";
import { Frame, type Shell } from "./frame.tsx";
import { Workspace } from "./workspace.tsx";

const BoardPage = lazy(() => import("./board-page.tsx").then((module) => ({ default: module.BoardPage })));
const SetupPage = later(() => import("../features/session/components/setup-page.tsx").then((file) => file.SetupPage));
const WelcomePage = later(() =>
  import("../features/session/components/welcome-page.tsx").then((file) => file.WelcomePage),
);
const OccasionsPage = lazy(() => import("./occasions-page.tsx").then((module) => ({ default: module.OccasionsPage })));
const AdminPages = lazy(() => import("./admin-pages.tsx").then((module) => ({ default: module.AdminPages })));

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/login" element={<SignIn />} />
      <Route path="/setup" element={<Setup />} />
      <Route path="/welcome" element={<Welcome />} />
      <Route
        path="/inbox/:view/:conversation?/:topic?"
        element={<SignedIn>{(me) => <Frame me={me}>{(shell) => <Workspace shell={shell} />}</Frame>}</SignedIn>}
      />
      <Route path="/board" element={<Later>{(shell) => <BoardPage shell={shell} />}</Later>} />
      <Route path="/occasions" element={<Later>{(shell) => <OccasionsPage shell={shell} />}</Later>} />
      <Route path="/admin/*" element={<Later>{(shell) => <AdminPages shell={shell} />}</Later>} />
      <Route path="/" element={<Navigate to="/inbox/mine" replace />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** A page behind the sign-in, loaded when it is asked for. */
function Later({ children }: { children: (shell: Shell) => ReactNode }) {
  return (
    <SignedIn>
      {(me) => (
        <Frame me={me}>
          {(shell) => <Suspense fallback={<main className="board" aria-busy="true" />}>{children(shell)}</Suspense>}
        </Frame>
      )}
    </SignedIn>
  );
}

/** What lies behind the sign-in; whoever is not signed in goes there and comes back. */
function SignedIn({ children }: { children: (me: Person) => ReactNode }) {
  const { t } = useTranslation();
  const location = useLocation();
  const session = useQuery(sessionQuery);
  const language = session.data?.person.language;
  const was = useRef(false);
  useEffect(() => {
    if (language) void chooseLanguage(language);
  }, [language]);
  if (session.data) {
    was.current = true;
    return children(session.data.person);
  }
  if (session.isPending) return <div className="app" aria-busy="true" />;
  if (session.isError)
    return <Trouble what={t("app.loading")} error={session.error} onRetry={() => void session.refetch()} />;
  return <Navigate to="/login" replace state={{ from: location.pathname, expired: was.current }} />;
}

type From = { from?: string; expired?: boolean } | null;

function SignIn() {
  const navigate = useNavigate();
  const state = useLocation().state as From;
  const session = useQuery(sessionQuery);
  if (session.data) return <Navigate to={state?.from ?? "/"} replace />;
  return (
    <SignInPage expired={state?.expired ?? false} onSignedIn={() => navigate(state?.from ?? "/", { replace: true })} />
  );
}

/** What a link to us carries: behind the #, which no browser sends. In links of before it stood in the query, which is left at once. */
function useLinkToken(): string {
  const navigate = useNavigate();
  const { pathname, hash } = useLocation();
  const [parameters] = useSearchParams();
  const before = parameters.get("token");
  useEffect(() => {
    if (before) navigate(`${pathname}#${before}`, { replace: true });
  }, [before, navigate, pathname]);
  return before ?? hash.slice(1);
}

function Setup() {
  const navigate = useNavigate();
  return <SetupPage token={useLinkToken()} onDone={() => navigate("/", { replace: true })} />;
}

function Welcome() {
  const navigate = useNavigate();
  return <WelcomePage token={useLinkToken()} onDone={() => navigate("/", { replace: true })} />;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="trouble">
      <h1>{t("app.notFound")}</h1>
      <p>
        <Link className="link" to="/">
          {t("app.toInbox")}
        </Link>
      </p>
    </main>
  );
}
