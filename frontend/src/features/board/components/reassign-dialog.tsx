import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Colleague } from "../../../types/api.ts";
import { ableTo } from "../able.ts";
import { boardQuery } from "../api/get-board.ts";
import type { Subject } from "../subject.ts";
import { LoadBar, useLoadText } from "./load.tsx";

type ReassignDialogProps = {
  subject: Subject;
  people: Colleague[];
  pending: boolean;
  error: unknown;
  onChoose: (person: Colleague) => void;
  onClose: () => void;
};

/** Who works in this queue, how they stand and how much they have, the best choice first: one press and it is theirs. */
export function ReassignDialog({ subject, people, pending, error, onChoose, onClose }: ReassignDialogProps) {
  const { t } = useTranslation();
  const textOf = usePresenceText();
  const loadOf = useLoadText();
  const say = useProblemText();
  const board = useQuery(boardQuery).data?.board;
  const found = ableTo(subject, people, board?.people ?? []);
  // They keep the order in which they were found: nothing moves under the pointer, only what they have changes in place.
  const [order] = useState(() => found.map((one) => one.person.id));
  const able = order.flatMap((id) => found.find((one) => one.person.id === id) ?? []);
  return (
    <Dialog kind="panel" label={t("board.reassignTo")} title={t("board.reassignTo")} onClose={onClose}>
      <ul className="choose">
        {able.map(({ person, line }, index) => (
          <li key={person.id}>
            <button
              type="button"
              data-first={index === 0 ? true : undefined}
              aria-disabled={pending}
              onClick={() => pending || onChoose(person)}
            >
              <PresenceDot state={person.presence.state} />
              <span className="name-at">
                {person.name}
                {line ? <small>{loadOf(line) || t("board.nothing")}</small> : null}
              </span>
              {line ? (
                <span className="load-at">
                  <LoadBar line={line} />
                </span>
              ) : null}
              <span className="r m">{textOf(person.presence)}</span>
            </button>
          </li>
        ))}
      </ul>
      {able.length === 0 ? <p className="empty">{t("board.nobodyElse")}</p> : null}
      {error ? (
        <p className="fault" role="alert">
          {say(error)}
        </p>
      ) : null}
    </Dialog>
  );
}
