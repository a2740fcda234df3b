import { useTranslation } from "react-i18next";
import type { MenuItem } from "../../components/ui/menu.tsx";
import { announce } from "../../lib/announce.ts";
import { askForNotices, chime, noticePermission } from "../../lib/notify.ts";
import { chooseNotices, chooseSounds, notices, sounds } from "../../lib/preferences.ts";
import { useStore } from "../../lib/store.ts";

/** Whether the browser tells of somebody who begins to wait; the permission is asked for when it is switched on. */
export function useNoticeItems(): MenuItem[] {
  const { t } = useTranslation();
  const permission = noticePermission();
  const on = useStore(notices) && permission === "granted";
  const heard = useStore(sounds);
  const toggle = async () => {
    if (on) return chooseNotices(false);
    const allowed = await askForNotices();
    chooseNotices(allowed);
    announce(t(allowed ? "settings.noticesOn" : "settings.noticesDenied"));
  };
  const impossible = permission === "denied" || permission === "unsupported";
  return [
    {
      kind: "item",
      id: "notices",
      text: t("settings.notices"),
      toggle: true,
      checked: on,
      disabled: impossible,
      ...(impossible ? { hint: t(`settings.notices-${permission}`) } : {}),
      onChoose: () => void toggle(),
    },
    {
      kind: "item",
      id: "sounds",
      text: t("settings.sounds"),
      toggle: true,
      checked: heard,
      onChoose: () => {
        // Heard at once, so that it is known what was chosen.
        if (!heard) chime();
        chooseSounds(!heard);
      },
    },
  ];
}
