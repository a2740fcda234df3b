import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { ConfirmRemoval } from "../../../components/ui/confirm-removal.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { FormDialog } from "../../../components/ui/form-dialog.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Department, DepartmentWish } from "../../../types/api.ts";
import { deleteDepartment } from "../api/delete-department.ts";
import { departmentsQuery } from "../api/get-departments.ts";
import { saveDepartment } from "../api/save-department.ts";

type Open = { kind: "edit"; department: Department | null } | { kind: "delete"; department: Department } | null;

/** Departments: those without a seat, who can be asked by mail. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const how = useHow();
  const screen = useLanguage();
  const client = useQueryClient();
  const departments = useQuery(departmentsQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.departments });
  const items = departments.data?.items ?? [];
  return (
    <ListPage
      title={t("departments.title")}
      intro={t("departments.intro")}
      add={{ text: t("departments.add"), onAdd: () => setOpen({ kind: "edit", department: null }) }}
      read={departments}
    >
      {departments.isSuccess && items.length === 0 ? <p className="empty">{how(t("departments.none"))}</p> : null}
      <ListTable
        items={items}
        keyOf={(department) => department.id}
        head={t("departments.department")}
        name={(department) => department.name}
        columns={[
          { head: t("departments.address"), cell: (department) => department.email },
          { head: t("departments.language"), cell: (department) => languageName(department.language, screen) },
        ]}
        open={(department) => () => setOpen({ kind: "edit", department })}
        acts={(department) => (
          <Button onClick={() => setOpen({ kind: "delete", department })}>{t("teams.delete")}</Button>
        )}
      />
      {open?.kind === "edit" ? (
        <DepartmentDialog
          department={items.find((one) => one.id === open.department?.id) ?? open.department}
          onSaved={() => void refresh().then(close)}
          onStale={refresh}
          onClose={close}
        />
      ) : null}
      {open?.kind === "delete" ? (
        <ConfirmRemoval
          title={t("teams.deleteTitle", { name: open.department.name })}
          action={t("teams.delete")}
          remove={() => deleteDepartment(open.department.id)}
          list={queryKeys.departments}
          onClose={close}
        >
          <p>{t("departments.deleteMeans", { name: open.department.name })}</p>
        </ConfirmRemoval>
      ) : null}
    </ListPage>
  );
}

type DepartmentDialogProps = {
  department: Department | null;
  onSaved: () => void;
  onStale: () => Promise<void>;
  onClose: () => void;
};

function DepartmentDialog({ department, onSaved, onStale, onClose }: DepartmentDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const screen = useLanguage();
  const { draft, dirty, set } = useDraft<DepartmentWish>({
    name: department?.name ?? "",
    email: department?.email ?? "",
    language: department?.language ?? screen,
  });
  const save = useMutation({
    mutationFn: () => saveDepartment(department, { ...draft, name: draft.name.trim(), email: draft.email.trim() }),
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) => (isProblem(error, "changed-meanwhile") ? onStale() : undefined),
    onSuccess: onSaved,
  });
  const fault = isProblem(save.error) ? save.error.field : null;
  return (
    <FormDialog
      title={department ? department.name : t("departments.add")}
      dirty={dirty}
      pending={save.isPending}
      error={fault === "name" || fault === "email" ? null : save.error}
      say={(error) => saySave(error, true)}
      action={t("app.save")}
      onSubmit={() => draft.name.trim() && save.mutate()}
      onClose={onClose}
    >
      <Field
        label={t("staff.name")}
        data-first
        required
        maxLength={80}
        placeholder={t("departments.example")}
        fault={fault === "name" ? say(save.error) : null}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Field
        label={t("staff.email")}
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        fault={fault === "email" ? say(save.error) : null}
        value={draft.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <OneOf
        label={t("departments.language")}
        value={draft.language}
        choices={(["en", "nl"] as const).map((one) => ({ value: one, text: languageName(one, screen) }))}
        onChoose={(language) => set({ language })}
      />
    </FormDialog>
  );
}
