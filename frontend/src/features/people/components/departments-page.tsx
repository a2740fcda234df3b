import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Department, Language } from "../../../types/api.ts";
import { deleteDepartment } from "../api/delete-department.ts";
import { departmentsQuery } from "../api/get-departments.ts";
import { saveDepartment } from "../api/save-department.ts";

type Open = { kind: "edit"; department: Department | null } | { kind: "delete"; department: Department } | null;

/** Departments: those without a seat, who can be asked by mail. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const screen = useLanguage();
  const client = useQueryClient();
  const departments = useQuery(departmentsQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.departments });
  const remove = useMutation({
    mutationFn: (department: Department) => deleteDepartment(department.id),
    onSuccess: close,
    onSettled: refresh,
  });
  useShortcuts({ n: () => setOpen({ kind: "edit", department: null }) });
  const items = departments.data?.items ?? [];
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("departments.title")}</h1>
          <p className="m">{t("departments.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={() => setOpen({ kind: "edit", department: null })}>
          {t("departments.add")}
        </Button>
      </header>
      {departments.isError ? (
        <Trouble what={t("departments.title")} error={departments.error} onRetry={() => void departments.refetch()} />
      ) : null}
      {departments.isSuccess && items.length === 0 ? <p className="empty">{t("departments.none")}</p> : null}
      {items.length > 0 ? (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t("departments.department")}</th>
              <th scope="col">{t("departments.address")}</th>
              <th scope="col">{t("departments.language")}</th>
              <th scope="col">
                <span className="sr">{t("app.more")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((department) => (
              <tr key={department.id}>
                <th scope="row">{department.name}</th>
                <td>{department.email}</td>
                <td>{languageName(department.language, screen)}</td>
                <td>
                  <Button onClick={() => setOpen({ kind: "edit", department })}>{t("teams.change")}</Button>
                  <Button onClick={() => setOpen({ kind: "delete", department })}>{t("teams.delete")}</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open?.kind === "edit" ? (
        <DepartmentDialog department={open.department} onSaved={() => void refresh().then(close)} onClose={close} />
      ) : null}
      {open?.kind === "delete" ? (
        <Confirm
          title={t("teams.deleteTitle", { name: open.department.name })}
          action={t("teams.delete")}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(open.department)}
          onClose={close}
        >
          <p>{t("departments.deleteMeans", { name: open.department.name })}</p>
        </Confirm>
      ) : null}
    </main>
  );
}

type DepartmentDialogProps = { department: Department | null; onSaved: () => void; onClose: () => void };

function DepartmentDialog({ department, onSaved, onClose }: DepartmentDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const screen = useLanguage();
  const [name, setName] = useState(department?.name ?? "");
  const [email, setEmail] = useState(department?.email ?? "");
  const [language, setLanguage] = useState<Language>(department?.language ?? screen);
  const save = useMutation({
    mutationFn: () => saveDepartment(department?.id ?? null, { name: name.trim(), email: email.trim(), language }),
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !save.isPending) save.mutate();
  };
  const title = department ? department.name : t("departments.add");
  const fault = isProblem(save.error) ? save.error.field : null;
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t("staff.name")}
          data-first
          required
          maxLength={80}
          placeholder={t("departments.example")}
          fault={fault === "name" ? say(save.error) : null}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t("staff.email")}
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          fault={fault === "email" ? say(save.error) : null}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <OneOf
          label={t("departments.language")}
          value={language}
          choices={(["en", "nl"] as const).map((one) => ({ value: one, text: languageName(one, screen) }))}
          onChoose={setLanguage}
        />
        {save.isError && fault !== "name" && fault !== "email" ? (
          <p className="fault" role="alert">
            {say(save.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" aria-disabled={save.isPending}>
            {t("app.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
