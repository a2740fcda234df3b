import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { InboxItem } from "../../../types/api.ts";
import { takeNext } from "../api/take-next.ts";

const shownFor = 4_000;

/** Takes whoever waits longest, and opens it: by its key, or by the button. */
export function TakeNext({ onTaken }: { onTaken: (item: InboxItem) => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const next = useMutation({
    mutationFn: takeNext,
    onSuccess: (item) => {
      announce(item ? t("list.taken", { name: item.customer.name }) : t("list.nobodyToTake"));
      if (item) onTaken(item);
    },
    onError: (error) => announce(say(error)),
  });
  const none = next.isSuccess && !next.data;
  const { reset, isPending, isError } = next;
  useEffect(() => {
    if (!none && !isError) return;
    const timer = setTimeout(reset, shownFor);
    return () => clearTimeout(timer);
  }, [none, isError, reset]);
  const take = () => !isPending && next.mutate();
  useShortcuts({ "Shift+N": take });
  return (
    <div className="take">
      {none || isError ? (
        <span className={none ? "m" : "b"}>{none ? t("list.nobodyToTake") : say(next.error)}</span>
      ) : null}
      <Button look="line" keys="Shift+N" onClick={take} aria-disabled={isPending}>
        {t("list.takeNext")}
      </Button>
    </div>
  );
}
