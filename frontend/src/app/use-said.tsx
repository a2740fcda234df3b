import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ChannelIcon } from "../components/ui/channel-icon.tsx";
import type { Command, Said } from "../features/command/components/command-bar.tsx";
import { searchQuery } from "../features/inbox/api/search-topics.ts";
import { fullName } from "../lib/format.ts";
import { useLanguage } from "../lib/i18n/setup.ts";
import { when } from "../lib/time.ts";
import type { InboxItem, ViewName } from "../types/api.ts";

const shown = 8;
const pause = 150;
const listOf = { open: "all", snoozed: "snoozed", resolved: "resolved" } satisfies Record<
  InboxItem["topic"]["status"],
  ViewName
>;

/** What was said with these words, as the command bar lists it; each leads to its topic, beside the list it is in. */
export function useSaid(typed: string): Said {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const wanted = typed.trim();
  const words = useSettled(wanted);
  const found = useQuery(searchQuery(words));
  return useMemo(() => {
    const { data } = words.length > 1 ? found : { data: undefined };
    const now = Date.now();
    const command = (item: InboxItem): Command => {
      const said = data?.said?.[item.topic.id];
      return {
        id: `said-${item.topic.id}`,
        text: said ? fullName(item.customer.name) : `${fullName(item.customer.name)}, ${item.topic.title}`,
        ...(said ? { said } : {}),
        icon: <ChannelIcon channel={item.channel} />,
        hint: when(item.at, now, language),
        run: () => navigate(`/inbox/${listOf[item.topic.status]}/${item.conversation}/${item.topic.id}`),
      };
    };
    const note = found.isError
      ? t("command.searchFailed")
      : data?.whole === false
        ? t("command.notWhole")
        : data && data.items.length > shown
          ? t("command.moreFound")
          : null;
    return {
      label: t("command.said"),
      commands: data?.items.slice(0, shown).map(command) ?? [],
      note: words.length > 1 ? note : null,
      searching: wanted.length > 1 && (words !== wanted || (!data && found.isFetching)),
    };
  }, [found, wanted, words, language, navigate, t]);
}

/** What was typed, once the typing paused. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === "" ? 0 : pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
