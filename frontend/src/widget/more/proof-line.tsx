import { useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { Language } from "../i18n";
import type { Proof } from "../store";
import { sayIn } from "./words";

interface ProofLineProps {
  chat: Chat;
  proof: Proof;
  language: Language;
}

/** Lets visitors prove an address they left: one line, a code, and nothing that says who is known. */
export function ProofLine({ chat, proof, language }: ProofLineProps) {
  const say = sayIn(language);
  const [code, setCode] = useState("");
  const asked = proof.step === "sent" || proof.step === "wrong";
  return (
    <form
      class="details"
      onSubmit={(event) => {
        event.preventDefault();
        if (asked) {
          chat.prove(code);
          setCode("");
        } else {
          chat.askCode();
        }
      }}
    >
      <p role="status">{say(proof.step, { email: proof.address })}</p>
      {asked && (
        <input
          aria-label={say("code")}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={7}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      )}
      {proof.step !== "right" && (
        <div>
          <button type="submit" class="line">
            {say(asked ? "proveCode" : "askCode")}
          </button>
          {proof.step === "wrong" && (
            <button type="button" class="text" onClick={chat.askCode}>
              {say("askCode")}
            </button>
          )}
        </div>
      )}
    </form>
  );
}
