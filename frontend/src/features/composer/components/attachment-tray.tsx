import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { fileSize } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import type { Attachment } from "../../../types/api.ts";
import type { Upload } from "../use-uploads.ts";

type AttachmentTrayProps = {
  attachments: Attachment[];
  uploads: Upload[];
  onRemove: (id: string) => void;
  onDrop: (key: string) => void;
  onAgain: (key: string) => void;
};

export function AttachmentTray({ attachments, uploads, onRemove, onDrop, onAgain }: AttachmentTrayProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (attachments.length + uploads.length === 0) return null;
  return (
    <ul className="tray">
      {attachments.map((one) => (
        <li key={one.id}>
          <Icon name="file" small />
          <span className="tp">{one.name}</span>
          <span className="m">{fileSize(one.size, language)}</span>
          <IconButton icon="x" label={t("composer.remove", { name: one.name })} onClick={() => onRemove(one.id)} />
        </li>
      ))}
      {uploads.map((one) => (
        <li key={one.key} role={one.fault ? "alert" : undefined}>
          <Icon name="file" small />
          {one.fault ? (
            <>
              <span className="b">{one.fault}</span>
              <button type="button" className="link" onClick={() => onAgain(one.key)}>
                {t("app.tryAgain")}
              </button>
            </>
          ) : (
            <>
              <span className="tp num">
                {t("composer.uploading", { name: one.name, percent: Math.round(one.share * 100) })}
              </span>
              <progress value={one.share} max={1} aria-label={one.name} />
            </>
          )}
          <IconButton icon="x" label={t("composer.remove", { name: one.name })} onClick={() => onDrop(one.key)} />
        </li>
      ))}
    </ul>
  );
}
