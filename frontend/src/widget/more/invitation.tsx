import type { Language } from "../i18n";
import { sayIn } from "./words";

interface InvitationProps {
  text: string;
  language: Language;
  onOpen(): void;
  onAnswer(answer: "dismissed"): void;
}

/** What a visitor is asked who may need help: beside the launcher, in the way of nothing, taking no focus. */
export function Invitation({ text, language, onOpen, onAnswer }: InvitationProps) {
  const say = sayIn(language);
  return (
    <section class="invite" aria-label={say("invited")}>
      <p>{text}</p>
      <div>
        <button type="button" class="line" onClick={onOpen}>
          {say("inviteOpen")}
        </button>
        <button type="button" class="line quiet" onClick={() => onAnswer("dismissed")}>
          {say("inviteClose")}
        </button>
      </div>
    </section>
  );
}
