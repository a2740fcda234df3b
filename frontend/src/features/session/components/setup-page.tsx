import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { createSetup } from "../api/create-setup.ts";
import { getSetup } from "../api/get-setup.ts";
import { Door } from "./door.tsx";

type Part = "name" | "email" | "password";

export function SetupPage({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const language = useLanguage();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const link = useQuery({ queryKey: ["setup", token], queryFn: () => getSetup(token).then(() => true), retry: false });
  const setup = useMutation({
    mutationFn: () => createSetup({ token, ...person, language }),
    onSuccess: (session) => {
      client.setQueryData(queryKeys.session, session);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!setup.isPending) setup.mutate();
  };
  const faultOf = (part: Part) => (isProblem(setup.error) && setup.error.field === part ? say(setup.error) : null);
  const field = (part: Part, type: string, autoComplete: string) => (
    <Field
      label={t(`setup.${part}`)}
      type={type}
      name={part}
      autoComplete={autoComplete}
      required
      minLength={part === "password" ? 10 : undefined}
      fault={faultOf(part)}
      value={person[part]}
      onChange={(event) => setPerson({ ...person, [part]: event.target.value })}
    />
  );
  if (link.isPending)
    return (
      <Door>
        <p className="m">{t("setup.checking")}</p>
      </Door>
    );
  if (link.isError)
    return (
      <Door>
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
      <form onSubmit={submit}>
        <h1>{t("setup.title")}</h1>
        <p className="m2">{t("setup.intro")}</p>
        {field("name", "text", "name")}
        {field("email", "email", "username")}
        {field("password", "password", "new-password")}
        {setup.isError && !(isProblem(setup.error) && setup.error.field) ? (
          <p className="fault" role="alert">
            {say(setup.error)}
          </p>
        ) : null}
        <Button look="primary" type="submit" aria-disabled={setup.isPending}>
          {t("setup.submit")}
        </Button>
      </form>
    </Door>
  );
}
