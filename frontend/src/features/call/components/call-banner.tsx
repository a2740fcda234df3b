import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, shortName } from "../../../lib/format.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { lasting } from "../../../lib/time.ts";
import { useSeconds } from "../../../lib/use-now.ts";
import type { LiveCall } from "../../../types/api.ts";
import { callsQuery } from "../api/get-calls.ts";

const key = "g c";

/** Who calls this person, before they pick up: one quiet line above everything, and the way to the thread. */
export function CallBanner() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const calls = useQuery(callsQuery);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const heard = useRef(new Set<string>());
  const shown = (calls.data?.items ?? []).filter((call) => !closed.has(call.entry));
  // Their own phone first: that is the one to be picked up.
  const call = shown.find((one) => one.mine) ?? shown[0];
  const here = call !== undefined && pathname.includes(`/${call.conversation}/${call.topic}`);
  const open = call ? () => navigate(`/inbox/all/${call.conversation}/${call.topic}`) : undefined;
  useShortcuts({ [key]: open });
  useEffect(() => {
    if (!call || heard.current.has(call.entry)) return;
    heard.current.add(call.entry);
    announce(
      t(call.out ? "call.placing" : "call.calling", { name: fullName(call.customer.name) || t("customer.nameless") }),
    );
  }, [call, t]);
  if (!call || (here && call.state === "talking")) return null;
  return (
    <aside className={here ? "calling here" : "calling"} aria-label={t("call.label")}>
      <ChannelIcon channel="voice" />
      <Says call={call} />
      {here ? null : (
        <Button look="line" keys={key} onClick={open}>
          {t("call.open")}
        </Button>
      )}
      <IconButton icon="x" label={t("call.hide")} onClick={() => setClosed(new Set([...closed, call.entry]))} />
    </aside>
  );
}

function Says({ call }: { call: LiveCall }) {
  const { t } = useTranslation();
  const now = useSeconds();
  const name = fullName(call.customer.name) || t("customer.nameless");
  const person = call.person ? shortName(call.person.name) : null;
  const aside =
    call.state === "talking"
      ? lasting((now - Date.parse(call.since)) / 1000)
      : call.out && call.picked
        ? t("call.theirsRings")
        : call.mine
          ? t(call.out ? "call.pressKey" : "call.yourPhone")
          : person
            ? t("call.theirPhone", { name: person })
            : null;
  return (
    <p>
      <b dir="auto">
        {call.state === "ringing"
          ? t(call.out ? "call.placing" : "call.calling", { name })
          : call.mine
            ? t("call.withYou", { name })
            : t("call.withThem", { name, person: person ?? "" })}
      </b>
      {aside ? <span className="m num">{aside}</span> : null}
    </p>
  );
}
