import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "../../lib/format.ts";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { useProblemText } from "../../lib/problem-text.ts";
import type { Attachment } from "../../types/api.ts";
import { uploadAttachment } from "./api/upload-attachment.ts";

export type Upload = { key: string; name: string; share: number; fault: string | null; file: File };

/** Files on their way up; each that arrives is handed over, each that fails says why. */
export function useUploads(onDone: (attachment: Attachment) => void) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  const begin = (upload: Upload) => {
    uploadAttachment(upload.file, (share) => change(upload.key, { share }))
      .then((attachment) => {
        drop(upload.key);
        onDone(attachment);
      })
      .catch((error: unknown) => change(upload.key, { fault: say(error) }));
  };
  const add = (files: Iterable<File>, limit: number) => {
    for (const file of files) {
      const key = crypto.randomUUID();
      const name = file.name || "pasted.png";
      const tooLarge = limit > 0 && file.size > limit;
      const fault = tooLarge ? t("composer.tooLarge", { name, size: fileSize(limit, language) }) : null;
      const upload: Upload = { key, name, share: 0, fault, file };
      setUploads((all) => [...all, upload]);
      if (!tooLarge) begin(upload);
    }
  };
  const again = (key: string) => {
    const upload = uploads.find((one) => one.key === key);
    if (!upload) return;
    change(key, { fault: null, share: 0 });
    begin(upload);
  };
  return { uploads, add, drop, again };
}
