import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { fileSize } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isPicture } from "../../../lib/pictures.ts";
import type { Attachment } from "../../../types/api.ts";

/** What came with a message: pictures to look at, files to fetch. */
export function AttachmentList({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [large, setLarge] = useState<Attachment | null>(null);
  const pictures = attachments.filter(isPicture);
  const infected = attachments.filter((one) => one.scanState === "infected");
  const files = attachments.filter((one) => !pictures.includes(one) && !infected.includes(one));
  return (
    <>
      {pictures.length > 0 ? (
        <div className="fotos">
          {pictures.map((picture) => (
            <figure key={picture.id}>
              <button
                type="button"
                className="foto"
                aria-label={t("conversation.picture", { name: picture.name })}
                onClick={() => setLarge(picture)}
              >
                <img src={picture.url} alt="" loading="lazy" />
              </button>
              <figcaption>
                {picture.name}, {fileSize(picture.size, language)}
              </figcaption>
            </figure>
          ))}
        </div>
      ) : null}
      {files.map((file) => (
        <a
          key={file.id}
          className="fold file"
          href={file.url}
          download={file.name}
          aria-label={t("conversation.file", { name: file.name, size: fileSize(file.size, language) })}
        >
          <Icon name="file" small />
          <span className="link">{file.name}</span> {fileSize(file.size, language)}
          {file.scanState === "failed" ? <> · {t("conversation.unchecked")}</> : null}
        </a>
      ))}
      {infected.map((file) => (
        <p key={file.id} className="fold file">
          <Icon name="file" small />
          <s>{file.name}</s> {t("conversation.infected")}
        </p>
      ))}
      {large ? (
        <Dialog kind="picture" label={large.name} title={large.name} onClose={() => setLarge(null)}>
          <img src={large.url} alt={large.name} />
          <footer>
            <span>{fileSize(large.size, language)}</span>
            <a className="link r" href={large.url} download={large.name}>
              {t("conversation.download")}
            </a>
          </footer>
        </Dialog>
      ) : null}
    </>
  );
}
