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
/** Then those who came meanwhile count again. */
const furtherFor = 30_000;

/** Somebody waits, but in languages one does not answer in. */
const isOthers = (error: unknown) => isProblem(error, "other-languages");

/** Where to look further, if not all who wait were looked at. */
const furtherFrom = (error: unknown) => (isOthers(error) && isProblem(error) ? (error.body.next as string) : null);

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
    onError: (error) =>
      isOthers(error) ? announce(furtherFrom(error) ? t("list.lookFurther") : say(error)) : showToast(say(error)),
  });
  const further = furtherFrom(next.error) ?? null;
  const others = further ? "list.lookFurther" : "list.othersWait";
  const none = next.isSuccess && !next.data ? "list.nobodyToTake" : isOthers(next.error) ? others : null;
  const { reset, isPending } = next;
  useEffect(() => {
    if (!none) return;
    const timer = setTimeout(reset, further ? furtherFor : shownFor);
    return () => clearTimeout(timer);
  }, [none, further, reset]);
  const take = () => !isPending && next.mutate(further);
  useShortcuts({ "Shift+N": take });
  // What came of it stands where it was asked for: nothing moves, and the focus stays.
  return (
    <Button
      look="line"
      className="take r"
      keys={none && !further ? undefined : "Shift+N"}
      onClick={take}
      aria-disabled={isPending}
    >
      {t(none ?? "list.takeNext")}
    </Button>
  );
}
