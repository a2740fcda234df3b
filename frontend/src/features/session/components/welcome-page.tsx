import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { chooseLanguage, useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { InvitationLook } from "../../../types/api.ts";
import { acceptInvitation } from "../api/accept-invitation.ts";
import { getInvitation } from "../api/get-invitation.ts";
import { Door } from "./door.tsx";

/** Where an invitation's link leads: whoever is invited chooses a password and is in. */
export function WelcomePage({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const link = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => getInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const language = link.data?.language;
  useEffect(() => {
    if (language) void chooseLanguage(language);
  }, [language]);
  if (link.isPending)
    return (
      <Door>
        <p className="m">{t("welcome.checking")}</p>
      </Door>
    );
  if (link.isError)
    return (
      <Door>
        <h1>{t("welcome.goneTitle")}</h1>
        <p role="alert">{say(link.error)}</p>
        <p>
          <Link className="link" to="/login">
            {t("signIn.submit")}
          </Link>
        </p>
      </Door>
    );
  return (
    <Door>
      <Form token={token} invited={link.data} onDone={onDone} />
    </Door>
  );
}

function Form({ token, invited, onDone }: { token: string; invited: InvitationLook; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const language = useLanguage();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () => acceptInvitation({ token, name, password, language }),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(queryKeys.session, session);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!accept.isPending) accept.mutate();
  };
  const fault = isProblem(accept.error) ? accept.error.field : null;
  return (
    <form onSubmit={submit}>
      <h1>{t("welcome.title", { name: invited.name })}</h1>
      <p className="m2">{t("welcome.intro", { email: invited.email })}</p>
      <input type="email" name="email" autoComplete="username" value={invited.email} readOnly hidden />
      <Field
        label={t("setup.name")}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        fault={fault === "name" ? say(accept.error) : null}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t("setup.password")}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        autoFocus
        fault={fault === "password" ? say(accept.error) : null}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {accept.isError && fault !== "name" && fault !== "password" ? (
        <p className="fault" role="alert">
          {say(accept.error)}
        </p>
      ) : null}
      <Button look="primary" type="submit" aria-disabled={accept.isPending}>
        {accept.isPending ? t("welcome.busy") : t("welcome.submit")}
      </Button>
    </form>
  );
}
