import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";

/** Something shown this once, to be taken along. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(value).catch(() => document.execCommand("copy"));
    setCopied(true);
    announce(t("staff.copied"));
  };
  return (
    <div className="copy">
      <input
        ref={field}
        className="inp"
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <Button look="line" onClick={() => void copy()} data-first>
        {t(copied ? "staff.copied" : "staff.copy")}
      </Button>
    </div>
  );
}
