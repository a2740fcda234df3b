import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LONGEST_TEXT } from "../chat";
import type { Words } from "../i18n";
import type { More } from "../more/more";
import type { Uploaded } from "../outbox";
import type { Files } from "./files";
import { ClipIcon, SendIcon } from "./icons";

interface ComposerProps {
  words: Words;
  text: string;
  onText(text: string): void;
  field: RefObject<HTMLTextAreaElement | null>;
  files: Files;
  /** False if it did not come. */
  more: More | null | false;
  onTyped(): void;
  onSend(text: string, attachments: Uploaded[]): void;
}

const NEAR_LIMIT = 500;

/** Where the visitor writes: Enter sends with a keyboard, Shift and Enter begins a line. */
export function Composer({ words, text, onText, field, files, more, onTyped, onSend }: ComposerProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState(false);
  const room = LONGEST_TEXT - text.length;
  const busy = files.chips.some((chip) => chip.stage === "waiting" || chip.stage === "uploading");
  const empty = text.trim() === "" && !files.chips.some((chip) => chip.uploaded);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, however it changed
  useLayoutEffect(() => grow(field.current), [text]);

  function send() {
    setHint(busy && !empty);
    if (!empty && !busy && room >= 0) {
      onSend(text.trim(), files.take());
      onText("");
      field.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const touch = window.matchMedia?.("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch) {
      event.preventDefault();
      send();
    }
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length > 0) {
      event.preventDefault();
      files.add(pasted);
    }
  }

  function onPick() {
    files.add([...(picker.current?.files ?? [])]);
    if (picker.current) {
      picker.current.value = "";
    }
  }

  return (
    <div class="foot">
      <div role="status" class="files">
        {more && <more.FileList files={files} words={words} />}
        {more === false && files.chips.map((chip) => <p key={chip.key}>{chip.name}</p>)}
      </div>
      <p class="limit" role="status">
        {room < NEAR_LIMIT && words.say(room < 0 ? "charactersOver" : "charactersLeft", { count: Math.abs(room) })}
        {hint && busy && words.say("uploadsFirst")}
      </p>
      <div class="ask">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={words.say("placeholder")}
          placeholder={words.say("placeholder")}
          aria-invalid={room < 0}
          onInput={(event) => {
            onText(event.currentTarget.value);
            onTyped();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <input ref={picker} type="file" multiple hidden onChange={onPick} />
        <button type="button" class="btn" aria-label={words.say("attach")} onClick={() => picker.current?.click()}>
          <ClipIcon />
        </button>
        <button
          type="button"
          class="send"
          aria-label={words.say("send")}
          aria-disabled={empty || room < 0}
          onClick={send}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}

function grow(field: HTMLTextAreaElement | null): void {
  if (field) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
}
