import type { Attachment, Channel, ReplyOption } from "../../types/api.ts";
import type { Upload } from "./use-uploads.ts";

/** What is written, as far as a channel may not carry it. */
export type Load = { length: number; files: number; bytes: number };

export const sum = (files: { size: number }[]) => files.reduce((bytes, { size }) => bytes + size, 0);

/** With what is on its way, and what was too large to set out. */
export function loadOf(text: string, attachments: Attachment[], uploads: Upload[]): Load {
  const files = [...attachments, ...uploads.map(({ file }) => file)];
  return { length: text.length, files: files.length, bytes: sum(files) };
}

/** Why a channel does not carry it; `no-files`: it carries none at all. */
export type Unfit = "length" | "files" | "size" | "no-files";

export function unfit({ capabilities: can }: Pick<ReplyOption, "capabilities">, load: Load): Unfit | null {
  if (can.maxLength !== null && load.length > can.maxLength) return "length";
  if (load.files === 0) return null;
  if (!can.attachments) return "no-files";
  if (can.maxAttachments > 0 && load.files > can.maxAttachments) return "files";
  return load.bytes > can.maxAttachmentBytes ? "size" : null;
}

/** What carries it: the way that can be taken now, and every channel we have, for whoever can be led there. */
export function carriers(options: ReplyOption[], load: Load): { now: ReplyOption | null; channels: Channel[] } {
  const able = options.filter((one) => one.reason !== "spoken" && unfit(one, load) === null);
  return { now: able.find((one) => one.available) ?? null, channels: [...new Set(able.map((one) => one.channel))] };
}
