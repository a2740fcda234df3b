import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { fullName, readableNumber, shortName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { runShortcut } from "../../../lib/shortcuts.ts";
import { exact, lasting } from "../../../lib/time.ts";
import type { Call, Entry } from "../../../types/api.ts";
import { saveCallNote } from "../api/save-call-note.ts";

type CallViewProps = { entry: Entry; call: Call; conversation: string; onEntry: (entry: Entry) => void };

/** A phone call: how it went and how they were recognised; then what was recorded, and what we wrote down. */
export function CallView({ entry, call, conversation, onEntry }: CallViewProps) {
  const { t } = useTranslation();
  const recordings = entry.attachments.filter((file) => file.type.startsWith("audio/"));
  return (
    <>
      <div className={call.outcome === "missed" ? "tx b" : "tx"}>
        <Went call={call} />
      </div>
      <div className="meta">
        {call.out
          ? t("call.to", { number: readableNumber(entry.to[0] ?? "") })
          : t(call.known ? `call.known.${call.known}` : "call.known.not")}
        {call.state === "over" && call.outcome !== "answered" && (call.out || entry.from?.startsWith("+")) ? (
          <>
            {"; "}
            <button type="button" className="link" onClick={() => runShortcut("d")}>
              {call.out ? t("call.again") : t("call.back", { number: readableNumber(entry.from ?? "") })}
            </button>
          </>
        ) : null}
      </div>
      {recordings.map((file) => (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said
        <audio key={file.id} className="recording" controls preload="none" src={file.url} aria-label={file.name} />
      ))}
      <Note entry={entry} call={call} conversation={conversation} onEntry={onEntry} />
    </>
  );
}

function Went({ call }: { call: Call }) {
  const { t } = useTranslation();
  const name = call.person ? fullName(call.person.name) : "";
  const length = call.seconds === null ? null : lasting(call.seconds);
  if (call.out && call.state === "ringing") return call.picked ? t("call.ringsThem") : t("call.ringsUs", { name });
  if (call.outcome === "unreached") return t("call.unreached");
  if (call.outcome === "cancelled") return t("call.cancelled", { name });
  if (call.state === "ringing") return t(name ? "call.ringsAt" : "call.rings", { name });
  if (call.state === "talking") return t("call.talking", { name });
  if (call.outcome === "answered") return t(length ? "call.answered" : "call.answeredSome", { name, length });
  return call.outcome === "voicemail" ? t(length ? "call.message" : "call.messageSome", { length }) : t("call.missed");
}

function Note({ entry, call, conversation, onEntry }: CallViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const [text, setText] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const writing = text !== null;
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  const save = useMutation({
    mutationFn: (words: string) => saveCallNote(conversation, entry.id, words),
    onSuccess: (saved) => {
      onEntry(saved);
      setText(null);
    },
  });
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") setText(null);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save.mutate(text ?? "");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (writing)
    return (
      <div className="callnote">
        <textarea
          ref={field}
          className="inp"
          rows={3}
          maxLength={4000}
          aria-label={t("call.note")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
        />
        {save.isError ? (
          <p className="fault" role="alert">
            {say(save.error)}
          </p>
        ) : null}
        <div className="row-of">
          <Button look="line" keys="Mod+Enter" aria-disabled={save.isPending} onClick={() => save.mutate(text)}>
            {t("app.save")}
          </Button>
          <Button keys="Escape" onClick={() => setText(null)}>
            {t("app.cancel")}
          </Button>
        </div>
      </div>
    );
  return (
    <>
      {call.note ? (
        <div className="tx ours" dir="auto" title={call.note.at ? exact(call.note.at, language) : undefined}>
          <span className="m2">{call.note.by ? `${shortName(call.note.by.name)}: ` : ""}</span>
          {call.note.text}
        </div>
      ) : null}
      <button type="button" className="fold" onClick={() => setText(call.note?.text ?? "")}>
        {t(call.note ? "call.changeNote" : "call.writeNote")}
      </button>
    </>
  );
}
