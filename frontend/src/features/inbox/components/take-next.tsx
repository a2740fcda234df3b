import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { showToast } from "../../../lib/toast.ts";
import type { InboxItem } from "../../../types/api.ts";
import { takeNext } from "../api/take-next.ts";

const shownFor = 4_000;

/** Somebody waits, but in languages one does not answer in. */
const isOthers = (error: unknown) => isProblem(error, "other-languages");

/** Takes whoever waits longest, and opens it: by its key, or by the button. */
export function TakeNext({ onTaken }: { onTaken: (item: InboxItem) => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const next = useMutation({
    mutationFn: takeNext,
    onSuccess: (item) => {
      announce(item ? t("list.taken", { name: fullName(item.customer.name) }) : t("list.nobodyToTake"));
      if (item) onTaken(item);
    },
    onError: (error) => (isOthers(error) ? announce(say(error)) : showToast(say(error))),
  });
  const none = next.isSuccess && !next.data ? "list.nobodyToTake" : isOthers(next.error) ? "list.othersWait" : null;
  const { reset, isPending } = next;
  useEffect(() => {
    if (!none) return;
    const timer = setTimeout(reset, shownFor);
    return () => clearTimeout(timer);
  }, [none, reset]);
  const take = () => !isPending && next.mutate();
  useShortcuts({ "Shift+N": take });
  // What came of it stands where it was asked for: nothing moves, and the focus stays.
  return (
    <Button look="line" className="take r" keys={none ? undefined : "Shift+N"} onClick={take} aria-disabled={isPending}>
      {t(none ?? "list.takeNext")}
    </Button>
  );
}
