import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { ahead, clock, exact, left } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { useUnfinished } from "../../../lib/use-unfinished.ts";
import type { Channel, Language } from "../../../types/api.ts";
import type { PromiseWay } from "../../../types/promise.ts";
import { createPromise } from "../api/create-promise.ts";
import { latelyPromisedQuery } from "../api/get-lately-promised.ts";
import { promiseActionsQuery } from "../api/get-promise-actions.ts";
import { previewPromise } from "../api/preview-promise.ts";
import { type BegunPromise, begunIn, nothingBegun, saidBy } from "../begun-promise.ts";
import { firstSentence } from "../first-sentence.ts";
import { useMoment } from "../use-moment.ts";
import { offeredActions, usualActions } from "../usual-actions.ts";
import { whyNot } from "../why-not.ts";
import { MomentField } from "./moment-field.tsx";
import { PromiseForm } from "./promise-form.tsx";
import { PromiseRuler } from "./promise-ruler.tsx";

type PromiseDialogProps = {
  conversation: string;
  topic: string;
  customerName: string;
  /** What they write in, if it is known. */
  customerLanguage: string | null;
  /** The customer's last words, from which what was heard is proposed. */
  lastWords: string;
  begun: BegunPromise;
  me: string;
  /** Where the customer wrote last. */
  channel: Channel | null;
  seen: () => string | undefined;
  /** Who the customer is, for whoever writes to them. */
  about?: ReactNode;
  /** It was said. */
  onMade: () => void;
  onClose: () => void;
};

type Form = {
  heard: string;
  action: string;
  /** Until something is typed, the moment is the one that was noticed. */
  typed: string | null;
  waitsFor: string;
  wanted: Channel | null;
  own: string | null;
};

/** What we heard, what we will do, by when, on which channel: said to the customer, and recorded, in one step. */
export function PromiseDialog(props: PromiseDialogProps) {
  const { conversation, topic, begun, onClose } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const { form, change, over } = useUnfinished<Form>(begun === nothingBegun ? begunIn(topic) : null, {
    heard: firstSentence(props.lastWords),
    action: begun.action,
    typed: begun.dueAt === null ? "" : null,
    waitsFor: "",
    wanted: null,
    own: begun.draft.trim() || null,
  });
  const { heard, action, typed, waitsFor, wanted, own } = form;
  const now = useNow();
  const clientId = useMemo(() => crypto.randomUUID(), []);

  const language = useLanguage();
  const spoken = props.customerLanguage === null ? language : props.customerLanguage.startsWith("nl") ? "nl" : "en";
  const { read, due: meant } = useMoment(topic, typed ?? "");
  const due = typed === null ? begun.dueAt : meant;
  const [proposed, setProposed] = useState<Channel>(props.channel ?? "email");
  const channel = wanted ?? proposed;
  const preview = useQuery({
    queryKey: queryKeys.promisePreview(
      conversation,
      topic,
      useDeferredValue(heard),
      useDeferredValue(action),
      due,
      channel,
    ),
    queryFn: () => previewPromise(conversation, { topic, heard, action, dueAt: due ?? "", channel }),
    enabled: due !== null,
    placeholderData: (before) => before,
    staleTime: 30_000,
  });
  // The first look at a moment tells where they would rather be answered.
  const wished = preview.data?.ways.find((one) => one.wished && one.open)?.channel;
  useEffect(() => {
    if (wished) setProposed(wished);
  }, [wished]);
  const ways = preview.data ? onePerChannel(preview.data.ways) : [];
  const way = ways.find((one) => one.channel === channel);
  const sentence = own ?? preview.data?.sentence ?? "";
  const ready = heard.trim() !== "" && action.trim() !== "" && due !== null && way?.open === true;

  const make = useMutation({
    mutationFn: () =>
      createPromise(conversation, {
        topic,
        heard,
        action,
        dueAt: due ?? "",
        channel,
        clientId,
        ...(own === null ? {} : { text: own }),
        ...(waitsFor.trim() === "" ? {} : { waitsFor: waitsFor.trim() }),
        ...(props.seen() ? { seen: props.seen() } : {}),
      }),
    onSuccess: (made) => {
      client.setQueryData(queryKeys.unfinished(saidBy(made.entry)), form);
      void client.invalidateQueries({ queryKey: queryKeys.promises(conversation) });
      announce(t("promise.made"));
      over();
      props.onMade();
      onClose();
    },
  });
  const giveUp = () => {
    over();
    onClose();
  };
  const submit = () => ready && make.mutate();
  useShortcuts({ "Alt+n": own === null ? undefined : () => change({ own: null }) });
  return (
    <PromiseForm
      title={t("promise.title")}
      action={t("promise.make")}
      ready={ready}
      pending={make.isPending}
      error={make.error ?? (due === null ? null : preview.error)}
      onSubmit={submit}
      onGiveUp={giveUp}
      onClose={onClose}
    >
      {props.about}
      <label>
        <span>{t("promise.heard")}</span>
        <textarea
          className="inp"
          rows={2}
          maxLength={1000}
          value={heard}
          onChange={(event) => change({ heard: event.target.value })}
        />
      </label>
      <label>
        <span>{t("promise.action")}</span>
        <textarea
          className="inp"
          data-first
          rows={2}
          maxLength={1000}
          placeholder={t("promise.actionExample")}
          value={action}
          onChange={(event) => change({ action: event.target.value })}
        />
      </label>
      {action === "" ? (
        <UsualActions me={props.me} language={spoken} onChoose={(words) => change({ action: words })} />
      ) : null}
      <MomentField
        value={typed ?? (begun.dueAt === null ? "" : ahead(begun.dueAt, now, language))}
        onChange={(words) => change({ typed: words })}
        read={read}
      />
      {due === null || !preview.data?.open ? null : (
        <PromiseRuler
          now={now}
          due={due}
          open={preview.data.open}
          windows={ways.flatMap((one) =>
            one.windowEndsAt ? [{ name: t(`channel.${one.channel}`), endsAt: one.windowEndsAt }] : [],
          )}
        />
      )}
      {due === null ? null : (
        <fieldset>
          <legend>{t("promise.channel")}</legend>
          {ways.map((one) => (
            <WayLine
              key={one.channel}
              way={one}
              checked={one.channel === channel}
              onChoose={() => change({ wanted: one.channel })}
            />
          ))}
        </fieldset>
      )}
      {due === null ? null : (
        <label>
          <span>{t("promise.waitsFor")}</span>
          <input
            className="inp"
            maxLength={200}
            placeholder={t("promise.waitsForExample")}
            value={waitsFor}
            onChange={(event) => change({ waitsFor: event.target.value })}
          />
        </label>
      )}
      {due === null || preview.data === undefined ? null : (
        <label>
          <span>{t("promise.reads", { name: fullName(props.customerName) })}</span>
          <textarea
            className="inp serif"
            rows={4}
            maxLength={4000}
            lang={preview.data.language}
            value={sentence}
            onChange={(event) => change({ own: event.target.value })}
          />
        </label>
      )}
      {own === null || due === null ? null : (
        <button type="button" className="link" aria-keyshortcuts="Alt+N" onClick={() => change({ own: null })}>
          {t("promise.reword")} <kbd aria-hidden="true">{keyLabel("Alt+N")}</kbd>
        </button>
      )}
    </PromiseForm>
  );
}

type UsualActionsProps = { me: string; language: Language; onChoose: (action: string) => void };

/** What the house offers and its author promised lately, to be promised again with one key. */
function UsualActions({ me, language, onChoose }: UsualActionsProps) {
  const { t } = useTranslation();
  const ours = useQuery(promiseActionsQuery).data?.[language] ?? [];
  const usual = offeredActions(ours, usualActions(useQuery(latelyPromisedQuery(me)).data ?? []));
  useShortcuts(Object.fromEntries(usual.map((words, index) => [`Alt+${index + 1}`, () => onChoose(words)])));
  if (usual.length === 0) return null;
  return (
    <fieldset className="usual">
      <legend>{t("promise.usual")}</legend>
      {usual.map((words, index) => (
        <Button key={words} look="line" keys={`Alt+${index + 1}`} onClick={() => onChoose(words)}>
          <span>{words}</span>
        </Button>
      ))}
    </fieldset>
  );
}

function WayLine({ way, checked, onChoose }: { way: PromiseWay; checked: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <label className={way.open ? "way" : "way off"}>
      <input type="radio" name="way" checked={checked} disabled={!way.open} onChange={onChoose} />
      <ChannelIcon channel={way.channel} />
      <b>{t(`channel.${way.channel}`)}</b>
      <small>
        {way.open ? (
          <>
            <span className="moss">{t("promise.reachable")}</span>
            {way.wished ? ` ${t("promise.wished")}` : ""}
            {way.address && way.channel !== "chat" ? ` ${readableNumber(way.address)}` : ""}
            {way.windowEndsAt
              ? `, ${t("composer.window", { time: left(way.windowEndsAt, Date.now(), language) })}`
              : ""}
            {way.quietUntil ? (
              <b className="ochre" title={exact(way.quietUntil, language)}>
                {" "}
                {t("promise.quiet", { time: clock(way.quietUntil, language) })}
              </b>
            ) : null}
          </>
        ) : (
          whyNot(way, Date.now(), t, language)
        )}
      </small>
    </label>
  );
}

/** The best way of each channel; the server gives the best first. */
function onePerChannel(ways: PromiseWay[]): PromiseWay[] {
  const best = new Map<Channel, PromiseWay>();
  for (const way of ways) if (!best.has(way.channel)) best.set(way.channel, way);
  return [...best.values()];
}
