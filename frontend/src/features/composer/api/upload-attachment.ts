import { csrfHeaders } from "../../../lib/http.ts";
import { Problem } from "../../../lib/problem.ts";
import type { Attachment } from "../../../types/api.ts";

/** Sends one file; an XMLHttpRequest, because fetch tells nothing of progress. */
export function uploadAttachment(file: File, onProgress: (share: number) => void): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", "/api/v1/attachments");
    call.responseType = "json";
    for (const [name, value] of Object.entries(csrfHeaders())) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    call.onload = () =>
      call.status === 201 || call.status === 200
        ? resolve(call.response as Attachment)
        : reject(new Problem(call.status, (call.response as Record<string, unknown> | null) ?? {}));
    call.onerror = () => reject(Problem.offline());
    const form = new FormData();
    form.append("file", file, file.name || "pasted.png");
    call.send(form);
  });
}
