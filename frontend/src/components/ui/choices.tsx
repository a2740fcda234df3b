import { useId } from "react";

export type Choice<V extends string> = {
  value: V;
  text: string;
  /** Somebody's own words, an address: written as they are, not as a sentence begins. */
  own?: boolean;
};

type OneOfProps<V extends string> = {
  label: string;
  /** Empty as long as nothing is chosen. */
  value: V | "";
  choices: Choice<V>[];
  onChoose: (value: V) => void;
  /** Whether a dialog begins here. */
  first?: boolean;
};

/** A few words of which one counts. */
export function OneOf<V extends string>({ label, value, choices, onChoose, first }: OneOfProps<V>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChoose(choice.value)}
            {...(first && value === choice.value ? { "data-first": true } : {})}
          />
          <span dir={choice.own ? "auto" : undefined}>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

type SomeOfProps<V extends string> = {
  label: string;
  values: readonly V[];
  choices: Choice<V>[];
  onChange: (values: V[]) => void;
  /** Said where there is nothing to choose. */
  none?: string;
};

/** A few words of which some count. */
export function SomeOf<V extends string>({ label, values, choices, onChange, none }: SomeOfProps<V>) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.length === 0 && none ? <p className="m">{none}</p> : null}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            checked={values.includes(choice.value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...values, choice.value] : values.filter((one) => one !== choice.value))
            }
          />
          <span dir={choice.own ? "auto" : undefined}>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
