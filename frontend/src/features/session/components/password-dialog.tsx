import "../../../lib/i18n/admin.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/ui/field.tsx";
import { FormDialog } from "../../../components/ui/form-dialog.tsx";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { showToast } from "../../../lib/toast.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { PasswordChange, Person } from "../../../types/api.ts";
import { changePassword } from "../api/change-password.ts";

/** One's own password, for whoever knows the one until now. */
export function PasswordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const { draft, dirty, set } = useDraft<PasswordChange>({ current: "", next: "" });
  const change = useMutation({
    mutationFn: () => changePassword(draft),
    onSuccess: (session) => {
      client.setQueryData(queryKeys.session, session);
      showToast(t("password.changed"));
      onClose();
    },
  });
  const fault = isProblem(change.error) ? change.error.field : null;
  const faultOf = (part: keyof PasswordChange) => (fault === part ? say(change.error) : null);
  return (
    <FormDialog
      title={t("settings.password")}
      dirty={dirty}
      pending={change.isPending}
      error={fault === "current" || fault === "next" ? null : change.error}
      action={t(change.isPending ? "password.changing" : "password.change")}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      {/* What a password manager keeps the new one under. */}
      <input type="email" name="email" autoComplete="username" value={person.email} readOnly hidden />
      <Field
        label={t("password.current")}
        data-first
        type="password"
        name="current"
        autoComplete="current-password"
        required
        maxLength={500}
        fault={faultOf("current")}
        value={draft.current}
        onChange={(event) => set({ current: event.target.value })}
      />
      <Field
        label={t("password.next")}
        type="password"
        name="next"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={500}
        fault={faultOf("next")}
        value={draft.next}
        onChange={(event) => set({ next: event.target.value })}
      />
      <p className="m">{t("password.means")}</p>
    </FormDialog>
  );
}
