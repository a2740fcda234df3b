import type { Channel } from "../../types/api.ts";
import { Icon, type IconName } from "./icon.tsx";

const glyphOf: Record<Channel, IconName> = {
  email: "mail",
  chat: "message-square",
  sms: "smartphone",
  whatsapp: "whatsapp",
  voice: "phone",
  messenger: "messenger",
  instagram: "instagram",
  telegram: "send",
  custom: "plug",
};

export function ChannelIcon({ channel, small }: { channel: Channel; small?: boolean }) {
  return <Icon name={glyphOf[channel] ?? "plug"} {...(small ? { small } : {})} />;
}
