import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/ui/field.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";
import { useSettled } from "../../../lib/use-settled.ts";
import type { PatternFound } from "../../../types/fact.ts";
import { tryPatternQuery } from "../api/try-pattern.ts";

type PatternTryProps = { pattern: string; fault: string | null; onPattern: (pattern: string) => void };

/** A pattern, and what it finds in a message, before anybody relies on it. */
export function PatternTry({ pattern, fault, onPattern }: PatternTryProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const id = useId();
  const [text, setText] = useState(t("kinds.tryWords"));
  const [asked, words] = JSON.parse(useSettled(JSON.stringify([pattern.trim(), text]))) as [string, string];
  const tried = useQuery({ ...tryPatternQuery(asked, words), enabled: asked !== "" && words.trim() !== "" });
  const unfit = asked !== "" && tried.isError ? say(tried.error) : fault;
  const found = asked !== "" && tried.data ? tried.data.found : null;
  return (
    <>
      <Field
        label={t("kinds.pattern")}
        className="code"
        maxLength={300}
        placeholder={"L-\\d{4}"}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        fault={unfit}
        value={pattern}
        onChange={(event) => onPattern(event.target.value)}
      />
      <div className="field">
        <label htmlFor={id}>{t("kinds.tryLabel")}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={`${id}-found`}
        />
        <div className="tried" id={`${id}-found`} role="status">
          {asked === "" ? (
            <span className="m">{t("kinds.byPeopleMeans")}</span>
          ) : found && found.length > 0 ? (
            <>
              <p className="m2">{t("kinds.finds", { count: found.length })}</p>
              <Marked text={words} found={found} />
            </>
          ) : found ? (
            t("kinds.findsNothing")
          ) : null}
        </div>
      </div>
    </>
  );
}

/** The message with what was found in it. */
function Marked({ text, found }: { text: string; found: PatternFound[] }) {
  let end = 0;
  const parts = found.map(({ from, to }) => {
    const before = text.slice(end, from);
    end = to;
    return (
      <span key={from}>
        {before}
        <mark className="said">{text.slice(from, to)}</mark>
      </span>
    );
  });
  return (
    <p className="tried-text">
      {parts}
      {text.slice(end)}
    </p>
  );
}
