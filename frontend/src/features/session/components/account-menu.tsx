import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FreeMenu, type MenuItem } from "../../../components/ui/menu.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { chooseLanguage, useLanguage } from "../../../lib/i18n/setup.ts";
import { chooseLetterKeys, chooseTheme, letterKeys, type Theme, theme } from "../../../lib/preferences.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useStore } from "../../../lib/store.ts";
import type { Language, Person, PersonPresence } from "../../../types/api.ts";
import { deleteSession } from "../api/delete-session.ts";
import { updateSession } from "../api/update-session.ts";
import { useNoticeItems } from "../use-notice-items.ts";

type AccountMenuProps = {
  person: Person;
  presence: PersonPresence;
  live: boolean;
  /** How the person stands, to be chosen. */
  standing: MenuItem[];
  onKeys: () => void;
  onPhone: () => void;
  onPassword: () => void;
};

/** The person's own settings, on their name at the foot of the rail. */
export function AccountMenu({ person, presence, live, standing, onKeys, onPhone, onPassword }: AccountMenuProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const language = useLanguage();
  const chosenTheme = useStore(theme);
  const letters = useStore(letterKeys);
  const save = useMutation({
    mutationFn: (next: Language) => updateSession({ language: next }),
    onSuccess: (session) => client.setQueryData(queryKeys.session, session),
  });
  const signOut = useMutation({
    mutationFn: deleteSession,
    onSettled: () => client.setQueryData(queryKeys.session, null),
  });
  const speak = (next: Language) => {
    void chooseLanguage(next);
    save.mutate(next);
  };
  const noticeItems = useNoticeItems();
  const themes: Theme[] = ["system", "light", "dark"];
  const items: MenuItem[] = [
    ...standing,
    { kind: "label", text: t("settings.language") },
    { kind: "item", id: "en", text: t("settings.english"), checked: language === "en", onChoose: () => speak("en") },
    { kind: "item", id: "nl", text: t("settings.dutch"), checked: language === "nl", onChoose: () => speak("nl") },
    { kind: "label", text: t("settings.theme") },
    ...themes.map(
      (one): MenuItem => ({
        kind: "item",
        id: one,
        text: t(`settings.${one}` as "settings.system"),
        checked: chosenTheme === one,
        onChoose: () => chooseTheme(one),
      }),
    ),
    { kind: "label", text: t("settings.here") },
    {
      kind: "item",
      id: "letters",
      text: t("settings.letterKeys"),
      toggle: true,
      checked: letters,
      onChoose: () => chooseLetterKeys(!letters),
    },
    ...noticeItems,
    { kind: "label", text: person.email },
    { kind: "item", id: "phone", text: t("settings.phone"), onChoose: () => setTimeout(onPhone, 0) },
    { kind: "item", id: "password", text: t("settings.password"), onChoose: () => setTimeout(onPassword, 0) },
    { kind: "item", id: "keys", text: t("settings.keys"), keys: "?", onChoose: onKeys },
    { kind: "item", id: "out", text: t("settings.signOut"), onChoose: () => signOut.mutate() },
  ];
  return (
    <FreeMenu
      label={t("rail.account", { name: person.name })}
      items={items}
      place="above-start"
      button={(props) => (
        <button type="button" className="me" aria-label={t("rail.account", { name: person.name })} {...props}>
          <PresenceDot state={live ? presence.state : "offline"} />
          <span className="nm">{person.name}</span>
        </button>
      )}
    />
  );
}
