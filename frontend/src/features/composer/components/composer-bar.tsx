import type { ReactNode, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { keyLabel } from "../../../lib/shortcuts.ts";
import type { ReplyOption } from "../../../types/api.ts";
import { LengthNote } from "./length-note.tsx";
import { Whither } from "./whither.tsx";

type ComposerBarProps = {
  note: boolean;
  /** How a message goes. */
  way: ReplyOption | null;
  text: string;
  ready: boolean;
  /** What the customer is written to, where it is a letter. */
  to: string | null;
  /** Where it is a letter: whether the history is quoted, and whether whom it goes to stands above already. */
  letter: { quote: boolean; named: boolean } | null;
  /** Who the customer is. */
  about: ReactNode;
  picker: RefObject<HTMLInputElement | null>;
  onFiles: (files: Iterable<File>) => void;
  onPromise: () => void;
  onCopy: () => void;
  onQuote: (on: boolean) => void;
};

/** What can be done with an answer, below its words. */
export function ComposerBar({ note, way, text, ready, to, letter, ...props }: ComposerBarProps) {
  const { t } = useTranslation();
  return (
    <div className="bar">
      {note ? null : <Attach way={way} picker={props.picker} onFiles={props.onFiles} />}
      {way && !letter?.named ? <Whither option={way} to={to} /> : null}
      {props.about}
      {note ? null : (
        <Button className="vow" keys="p" onClick={props.onPromise}>
          <Icon name="hourglass" />
          <span className="word">{t("promise.begin")}</span>
        </Button>
      )}
      {letter && !letter.named ? (
        <IconButton icon="user-plus" label={t("composer.addCopy")} keys="Shift+C" onClick={props.onCopy} />
      ) : null}
      {letter ? (
        <label className="quoting" title={t("composer.quoteTitle", { keys: keyLabel("q") })}>
          <input type="checkbox" checked={letter.quote} onChange={(event) => props.onQuote(event.target.checked)} />
          {t("composer.quote")}
        </label>
      ) : null}
      <span className="r" />
      {way ? <LengthNote option={way} text={text} /> : null}
      <Button
        look={note ? "line" : "primary"}
        type="submit"
        keys="Mod+Enter"
        aria-disabled={!ready}
        title={note ? undefined : t("composer.sendTitle", { keys: keyLabel("Mod+Shift+Enter") })}
      >
        {t(note ? "composer.addNote" : "composer.send")}
      </Button>
    </div>
  );
}

type AttachProps = Pick<ComposerBarProps, "way" | "picker" | "onFiles">;

function Attach({ way, picker, onFiles }: AttachProps) {
  const { t } = useTranslation();
  const can = way?.capabilities.attachments === true;
  return (
    <>
      <IconButton
        icon="paperclip"
        label={way && !can ? t("composer.attachNot", { channel: t(`channel.${way.channel}`) }) : t("composer.attach")}
        keys="a"
        disabled={!can}
        onClick={() => picker.current?.click()}
      />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
