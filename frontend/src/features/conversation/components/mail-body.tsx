import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { closedFrame, fillMail, picturesFrame } from "../../../lib/mail-document.ts";
import { ownPictures } from "../../../lib/pictures.ts";
import type { Attachment } from "../../../types/api.ts";

type MailBodyProps = { html: string; attachments: Attachment[] };

/** A mail as its sender laid it out, in a frame that can run nothing and fetch nothing but the mail's own pictures. */
export function MailBody({ html, attachments }: MailBodyProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const [pictures, setPictures] = useState(false);
  const [blocked, setBlocked] = useState(0);
  const [height, setHeight] = useState(120);
  const own = useMemo(() => ownPictures(attachments), [attachments]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let observer: ResizeObserver | undefined;
    const fill = () => {
      const document = element.contentDocument;
      if (!document?.body) return;
      setBlocked(fillMail(document, html, { own, elsewhere: pictures }).blocked);
      observer?.disconnect();
      const measure = () => setHeight(Math.min(4000, Math.max(40, document.documentElement.offsetHeight)));
      observer = new ResizeObserver(measure);
      observer.observe(document.body);
      measure();
    };
    element.addEventListener("load", fill);
    if (pictures) {
      element.removeAttribute("srcdoc");
      element.src = picturesFrame;
    } else element.srcdoc = closedFrame;
    return () => {
      element.removeEventListener("load", fill);
      observer?.disconnect();
    };
  }, [html, own, pictures]);

  return (
    <div className="mail">
      {blocked > 0 && !pictures ? (
        <p className="mail-blocked">
          <span>{t("conversation.imagesBlocked")}</span>
          <button type="button" className="link" onClick={() => setPictures(true)}>
            {t("conversation.loadImages")}
          </button>
        </p>
      ) : null}
      <iframe
        ref={frame}
        title={t("conversation.original")}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        style={{ height }}
      />
    </div>
  );
}
