import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type TopicTitleProps = {
  title: string;
  editing: boolean;
  onDone: (title: string | null) => void;
};

/** The topic's name; a field while it is being renamed. */
export function TopicTitle({ title, editing, onDone }: TopicTitleProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!editing) return;
    setText(title);
    field.current?.focus();
    field.current?.select();
  }, [editing, title]);
  if (!editing)
    return (
      <h1 title={title} dir="auto">
        {title}
      </h1>
    );
  return (
    <input
      ref={field}
      className="inp rename"
      aria-label={t("conversation.renameLabel")}
      value={text}
      maxLength={120}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(null)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onDone(text.trim() && text.trim() !== title ? text.trim() : null);
        else if (event.key === "Escape") onDone(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
