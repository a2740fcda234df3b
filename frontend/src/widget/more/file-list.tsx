import type { Words } from "../i18n";
import { LARGEST, MOST, type UploadProblem } from "../uploads";
import type { Chip, Files } from "../view/files";
import { CloseIcon } from "../view/icons";
import { type MoreKey, sayIn } from "./words";

const PROBLEMS: Record<UploadProblem, MoreKey> = {
  "too-large": "uploadTooLarge",
  kind: "uploadKind",
  infected: "uploadInfected",
  pace: "uploadPace",
  failed: "uploadFailed",
};

/** The files of the message being written, each with its state in words. */
export function FileList({ files, words }: { files: Files; words: Words }) {
  const say = sayIn(words.language);
  return (
    <>
      {files.chips.map((chip) => (
        <div key={chip.key} class={chip.problem ? "chip bad" : "chip"}>
          {chip.stage === "uploading" && <progress max={1} value={chip.share} aria-label={chip.name} />}
          <span>{stateOf(chip, words)}</span>
          {(chip.problem === "failed" || chip.problem === "pace") && (
            <button type="button" class="text" onClick={() => files.retry(chip.key)}>
              {say("tryAgain")}
            </button>
          )}
          <button
            type="button"
            class="btn"
            aria-label={say("removeFile", { name: chip.name })}
            onClick={() => files.remove(chip.key)}
          >
            <CloseIcon />
          </button>
        </div>
      ))}
      {files.tooMany && <p>{say("uploadTooMany", { limit: MOST })}</p>}
    </>
  );
}

function stateOf({ name, size, stage, problem, share }: Chip, words: Words): string {
  const say = sayIn(words.language);
  if (problem) {
    return say(PROBLEMS[problem], { name, limit: words.size(LARGEST) });
  }
  switch (stage) {
    case "waiting":
      return say("uploadWaiting", { name });
    case "uploading":
      return say("uploading", { name, percent: Math.round(share * 100) });
    default:
      return `${name}, ${words.size(size)}`;
  }
}
