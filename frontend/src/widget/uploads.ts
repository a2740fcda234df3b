import type { Uploaded } from "./outbox";

/** The largest file the widget tries to send, in bytes; the server has the last word. */
export const LARGEST = 10_000_000;

/** How many files one message may carry. */
export const MOST = 5;

/** Why a file was not taken. */
export type UploadProblem = "too-large" | "kind" | "infected" | "pace" | "failed";

export type UploadResult = { ok: true; file: Uploaded } | { ok: false; problem: UploadProblem };

/** Sends one file; `signal` gives it up. */
export type Upload = (
  file: File,
  visitor: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<UploadResult>;

/** Posts to the given address with XMLHttpRequest, the one way that tells how far it is. */
export function uploadTo(url: string): Upload {
  return (file, visitor, onProgress, signal) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.setRequestHeader("Loper-Visitor", visitor);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
      request.onloadend = () => resolve(resultOf(request, file));
      signal.addEventListener("abort", () => request.abort());
      const form = new FormData();
      form.append("file", file, file.name);
      request.send(form);
    });
}

function resultOf({ status, responseText }: XMLHttpRequest, file: File): UploadResult {
  if (status !== 201) {
    return { ok: false, problem: PROBLEMS[status] ?? "failed" };
  }
  try {
    const { id, name, type, size } = JSON.parse(responseText) as Partial<Uploaded>;
    return id
      ? { ok: true, file: { id, name: name ?? file.name, type: type ?? file.type, size: size ?? file.size } }
      : { ok: false, problem: "failed" };
  } catch {
    return { ok: false, problem: "failed" };
  }
}

const PROBLEMS: Record<number, UploadProblem> = { 413: "too-large", 415: "kind", 422: "infected", 429: "pace" };
