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

/** No channel: there are only notes. */
export function ChannelIcon({ channel, small }: { channel: Channel | null; small?: boolean }) {
  return <Icon name={channel ? glyphOf[channel] : "sticky-note"} {...(small ? { small } : {})} />;
}
