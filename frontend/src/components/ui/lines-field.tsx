import { useId } from "react";

type LinesFieldProps = {
  label: string;
  lang: string;
  rows: number;
  maxLength: number;
  placeholder: string;
  value: string;
  fault?: string | null;
  onChange: (value: string) => void;
};

/** A named field of more than one line, in a language of its own. */
export function LinesField({ label, value, fault, onChange, ...rest }: LinesFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}
