import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import type { Channel } from "../../../types/api.ts";

const channels = ["email", "chat", "sms", "whatsapp", "voice"] as const satisfies readonly Channel[];

type CapacityFieldProps = {
  capacity: Partial<Record<Channel, number>>;
  onChange: (capacity: Partial<Record<Channel, number>>) => void;
};

/** How many topics of a channel somebody takes at a time; an empty field is as everybody else. */
export function CapacityField({ capacity, onChange }: CapacityFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const set = (channel: Channel, text: string) => {
    const { [channel]: _, ...others } = capacity;
    const number = Number.parseInt(text, 10);
    onChange(Number.isNaN(number) ? others : { ...others, [channel]: Math.min(200, Math.max(0, number)) });
  };
  return (
    <fieldset className="capacity">
      <legend>{t("staff.capacity")}</legend>
      {channels.map((channel) => (
        <div key={channel}>
          <label htmlFor={`${id}-${channel}`}>
            <ChannelIcon channel={channel} />
            {t(`channel.${channel}`)}
          </label>
          <input
            className="inp num"
            id={`${id}-${channel}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={200}
            placeholder={t("staff.asEverybody")}
            value={capacity[channel] ?? ""}
            onChange={(event) => set(channel, event.target.value)}
          />
        </div>
      ))}
    </fieldset>
  );
}
