import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { moment } from "../../../lib/time.ts";
import type { DeedLook, UndoPreview, UndoSide } from "../../../types/identity.ts";
import { deedQuery } from "../api/get-deed.ts";
import { undoDeed } from "../api/undo-deed.ts";
import { SideCard } from "./side-card.tsx";

type UndoDialogProps = { customer: Whose; deed: string; onClose: () => void };

type Whose = { id: string; conversation: string };

/** What taking two apart again, or something back, comes to now, and doing it. */
export function UndoDialog({ customer, deed, onClose }: UndoDialogProps) {
  const { t } = useTranslation();
  const look = useQuery(deedQuery(customer, deed));
  const title = t(
    deed.startsWith("m")
      ? "customer.undoTitle"
      : deed.startsWith("g")
        ? "customer.takeBackTitle"
        : "customer.giveBackTitle",
  );
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      {look.isError ? (
        <Trouble what={t("customer.previewFailed")} error={look.error} onRetry={() => void look.refetch()} />
      ) : look.data ? (
        <Undo customer={customer} look={look.data} onClose={onClose} />
      ) : (
        <div className="form" aria-busy="true">
          <span className="bone wide" />
          <span className="bone" />
        </div>
      )}
    </Dialog>
  );
}

function Undo({ customer, look, onClose }: { customer: Whose; look: DeedLook; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const { deed, undo, because } = look;
  const again = useMutation({
    mutationFn: () => undoDeed(customer, deed.id),
    onSuccess: () => {
      announce(t(deed.kind === "move" ? "customer.tookBack" : "customer.undone"));
      onClose();
    },
  });
  if (!undo)
    return (
      <div className="form">
        <p>
          {deed.undone
            ? t("customer.undoneBy", {
                by: deed.undone.by,
                time: moment(deed.undone.at, new Date().toISOString(), language),
              })
            : (because ?? t("customer.undoNothing"))}
        </p>
        <footer>
          <Button onClick={onClose} data-first>
            {t("app.close")}
          </Button>
        </footer>
      </div>
    );
  return (
    <div className="form">
      <What undo={undo} />
      {again.isError ? (
        <p className="fault" role="alert">
          {say(again.error)}
        </p>
      ) : null}
      <footer>
        <Button onClick={onClose} data-first>
          {t("app.cancel")}
        </Button>
        <Button look="primary" onClick={() => !again.isPending && again.mutate()} aria-disabled={again.isPending}>
          {t(
            deed.kind === "merge"
              ? "customer.takeApart"
              : deed.kind === "move"
                ? "customer.takeBack"
                : "customer.giveBack",
          )}
        </Button>
      </footer>
    </div>
  );
}

function What({ undo }: { undo: UndoPreview }) {
  const { t } = useTranslation();
  const lines = (side: UndoSide) => [
    ...side.addresses
      .slice(0, 6)
      .map((address) => (address.length === 22 ? t("customer.visitor") : readableNumber(address))),
    t("customer.topicCount", { count: side.topics }),
    t("customer.entryCount", { count: side.entries }),
  ];
  return (
    <>
      <div className="sides">
        <SideCard name={fullName(undo.stays.name) || t("customer.nameless")} lines={lines(undo.stays)} />
        <SideCard name={fullName(undo.goes.name) || t("customer.nameless")} lines={lines(undo.goes)} />
      </div>
      <p className="m">
        {undo.exact ? t("customer.undoExact") : undo.since > 0 ? t("customer.undoSince", { count: undo.since }) : null}
      </p>
      {undo.promises > 0 ? <p className="ochre">{t("customer.promisesAlong", { count: undo.promises })}</p> : null}
      {undo.twins.length > 0 ? (
        <ul className="twins">
          {undo.twins.map((twin) => (
            <li key={twin.topic}>
              {t("customer.undoTwin", { title: twin.title, stays: twin.stays, goes: twin.goes })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
