import "../lib/i18n/admin.ts";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../components/ui/button.tsx";
import { OccasionsView } from "../features/occasion/components/occasions-view.tsx";
import { useNarrow } from "../lib/use-media.ts";
import type { Shell } from "./frame.tsx";
import { useTitle } from "./use-title.ts";

/** The queue of birthdays and jubilees. */
export function OccasionsPage({ shell }: { shell: Shell }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { watch, setCommands } = shell;
  useEffect(() => watch({ occasions: true }), [watch]);
  useTitle(t("occasion.title"), shell.counts?.waiting.mine ?? 0);
  useEffect(() => setCommands(() => ({ context: t("occasion.title"), groups: [] })), [setCommands, t]);
  return (
    <div className={narrow ? "app two narrow" : "app two"}>
      {shell.rail}
      <div className="board-at">
        {narrow ? <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} /> : null}
        <OccasionsView />
      </div>
    </div>
  );
}
