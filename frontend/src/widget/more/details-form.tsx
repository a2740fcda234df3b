import { useState } from "preact/hooks";
import { looksLikeEmail, type Person } from "../details";
import type { Language } from "../i18n";
import { sayIn } from "./words";

interface DetailsFormProps {
  language: Language;
  onSave(person: Person): void;
  onDecline(): void;
}

/** Asks once, and without obligation, how we can reach the visitor. */
export function DetailsForm({ language, onSave, onDecline }: DetailsFormProps) {
  const say = sayIn(language);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState(false);

  function onSubmit(event: Event) {
    event.preventDefault();
    const person = { name: name.trim(), email: email.trim() };
    if (person.email && !looksLikeEmail(person.email)) {
      setWrong(true);
    } else if (person.name || person.email) {
      onSave(person);
    } else {
      onDecline();
    }
  }

  return (
    <form class="details" noValidate onSubmit={onSubmit} aria-label={say("detailsWhy")}>
      <b>{say("detailsWhy")}</b>
      <small>{say("detailsHint")}</small>
      <label>
        {say("name")}
        <input
          name="name"
          autocomplete="name"
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        {say("email")}
        <input
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          value={email}
          aria-invalid={wrong}
          aria-describedby={wrong ? "wrong" : undefined}
          onInput={(event) => {
            setEmail(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && (
        <p id="wrong" role="alert">
          {say("emailWrong")}
        </p>
      )}
      <div>
        <button type="submit" class="line">
          {say("save")}
        </button>
        <button type="button" class="text" onClick={onDecline}>
          {say("notNow")}
        </button>
      </div>
    </form>
  );
}
