import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { letterKeys } from "../../../lib/preferences.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import { useStore } from "../../../lib/store.ts";
import { viewNames } from "../../../types/api.ts";

/** Every key there is, by place. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const letters = useStore(letterKeys);
  const groups: [string, [string[], string][]][] = [
    [
      t("keys.anywhere"),
      [
        [["Mod+K", "/"], t("keys.find")],
        [["g c"], t("keys.goCall")],
        [["?"], t("keys.help")],
        [["Shift+A"], t("keys.away")],
        [["Shift+B"], t("keys.busy")],
        ...viewNames.map((view): [string[], string] => [[`g ${view[0]}`], t("keys.go", { view: t(`view.${view}`) })]),
        [["g o"], t("keys.go", { view: t("rail.occasions") })],
        [["g p"], t("keys.go", { view: t("promise.heading") })],
        [["g 1"], t("keys.goQueue")],
        [["g b"], t("keys.goBoard")],
      ],
    ],
    [
      t("board.title"),
      [
        [["j", "k"], t("keys.boardRow")],
        [["o", "Enter"], t("keys.boardOpen")],
        [["l"], t("board.readAlong")],
        [["t"], t("board.reassign")],
        [["i"], t("board.takeOver")],
        [["w"], t("board.toWall")],
      ],
    ],
    [
      t("keys.list"),
      [
        [["j", "Alt+ArrowDown"], t("keys.next")],
        [["k", "Alt+ArrowUp"], t("keys.previous")],
        [["."], t("keys.showNew")],
        [["Shift+N"], t("list.takeNext")],
      ],
    ],
    [
      t("keys.conversation"),
      [
        [["r"], t("keys.reply")],
        [["n"], t("keys.note")],
        [["i"], t("keys.take")],
        [["t"], t("keys.assign")],
        [["u"], t("keys.unassign")],
        [["e"], t("keys.resolve")],
        [["Shift+E"], t("keys.settleOn")],
        [["s"], t("keys.snooze")],
        [["p"], t("keys.promise")],
        [["Shift+K"], t("keys.keepPromise")],
        [["Shift+T"], t("keys.movePromise")],
        [["Shift+Q"], t("keys.askColleague")],
        [["Shift+L"], t("keys.releasePromise")],
        [["h"], t("keys.handover")],
        [["Shift+H"], t("keys.leadTo")],
        [["d"], t("keys.call")],
        [["Shift+R"], t("keys.rename")],
        [["o"], t("keys.onlyTopic")],
        [["x"], t("keys.move")],
        [["v"], t("keys.queue")],
        [["c"], t("keys.customer")],
        [["Shift+J"], t("keys.joinCustomer")],
        [["Shift+D"], t("keys.splitCustomer")],
        [["Shift+M"], t("keys.giveTopic")],
        [["Shift+X"], t("keys.giveEntry")],
        [["Shift+Z"], t("keys.undoDone")],
        [["Shift+G"], t("keys.newest")],
        [["l"], t("keys.toEntries")],
        [["ArrowUp", "ArrowDown"], t("keys.entries")],
      ],
    ],
    [
      t("keys.composer"),
      [
        [["Mod+Enter"], t("keys.send")],
        [["Mod+Shift+Enter"], t("keys.sendOn")],
        [["z", "Mod+Z"], t("keys.undo")],
        [["a"], t("keys.attach")],
        [["y"], t("keys.everybody")],
        [["Shift+C"], t("keys.copyTo")],
        [["q"], t("keys.quote")],
        [["Shift+W"], t("keys.askNext")],
        [["Escape"], t("keys.leave")],
      ],
    ],
  ];
  return (
    <Dialog kind="panel" label={t("keys.title")} title={t("keys.title")} onClose={onClose}>
      <div className="keys">
        {letters ? null : <p className="ochre">{t("keys.off")}</p>}
        {groups.map(([label, rows]) => (
          <section key={label}>
            <h3>{label}</h3>
            <dl>
              {rows.map(([names, text]) => (
                <div key={text}>
                  <dt>{text}</dt>
                  <dd>
                    {names.map((name) => (
                      <kbd key={name} className="k">
                        {keyLabel(name)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
