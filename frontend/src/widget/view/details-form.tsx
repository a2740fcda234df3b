import { useState } from "preact/hooks";
import { looksLikeEmail, type Person } from "../details";
import type { Words } from "../i18n";

interface DetailsFormProps {
  words: Words;
  onSave(person: Person): void;
  onDecline(): void;
}

/** Asks once, and without obligation, how we can reach the visitor. */
export function DetailsForm({ words, onSave, onDecline }: DetailsFormProps) {
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
    <form class="details" noValidate onSubmit={onSubmit} aria-label={words.say("detailsWhy")}>
      <b>{words.say("detailsWhy")}</b>
      <small>{words.say("detailsHint")}</small>
      <label>
        {words.say("name")}
        <input
          name="name"
          autocomplete="name"
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        {words.say("email")}
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
          {words.say("emailWrong")}
        </p>
      )}
      <div>
        <button type="submit" class="line">
          {words.say("save")}
        </button>
        <button type="button" class="text" onClick={onDecline}>
          {words.say("notNow")}
        </button>
      </div>
    </form>
  );
}
