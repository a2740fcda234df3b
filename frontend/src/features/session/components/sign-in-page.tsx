import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { createSession } from "../api/create-session.ts";
import { Door } from "./door.tsx";

export function SignInPage({ expired, onSignedIn }: { expired: boolean; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => createSession(email, password),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(queryKeys.session, session);
      onSignedIn();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  return (
    <Door>
      <form onSubmit={submit}>
        <h1>{t("signIn.title")}</h1>
        {expired && !signIn.isError ? <p className="m2">{t("signIn.expired")}</p> : null}
        <Field
          label={t("signIn.email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={t("signIn.password")}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signIn.isError ? (
          <p className="fault" role="alert">
            {say(signIn.error)}
          </p>
        ) : null}
        <Button look="primary" type="submit" aria-disabled={signIn.isPending}>
          {signIn.isPending ? t("signIn.busy") : t("signIn.submit")}
        </Button>
      </form>
    </Door>
  );
}
