import type { FocusEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import type { Subject } from "../subject.ts";

/** What can be done with the row in focus. */
export type RowActs = {
  focused: string | null;
  onFocus: (row: string) => void;
  onOpen: (row: string) => void;
  /** Nothing where the board is only looked at. */
  quiet: boolean;
};

/** A row that takes the focus, opens with a double click, and is what the keys are about. */
export function rowProps(acts: RowActs, row: string | null) {
  if (row === null || acts.quiet) return {};
  return {
    "data-row": row,
    tabIndex: 0,
    className: acts.focused === row ? "at" : "",
    onFocus: (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) acts.onFocus(row);
    },
    onDoubleClick: () => acts.onOpen(row),
  };
}

type ActionsProps = {
  subject: Subject;
  me: string;
  onOpen: () => void;
  onRead: () => void;
  onReassign: () => void;
  onTake: () => void;
};

/** The actions of the row in focus, each with its key. */
export function Actions({ subject, me, onOpen, onRead, onReassign, onTake }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <div className="acts" role="toolbar" aria-label={t("board.actions")}>
      <Button look="line" keys="o" onClick={onOpen}>
        {t("board.open")}
      </Button>
      <Button look="line" keys="l" onClick={onRead}>
        {t("board.readAlong")}
      </Button>
      <Button look="line" keys="t" onClick={onReassign}>
        {t("board.reassign")}
      </Button>
      {subject.assignee === me ? null : (
        <Button look="line" keys="i" onClick={onTake}>
          {t("board.takeOver")}
        </Button>
      )}
    </div>
  );
}
