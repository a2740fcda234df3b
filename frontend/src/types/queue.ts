import type { Channel } from "./api.ts";

/** In how many minutes of working time customers are to have an answer; none for no target. */
export type ServiceTargets = { first: number | null; next: number | null; warn: number | null };

/** What puts a new topic into a queue: every condition given must hold, of its values one is enough. */
export type FeedRule = { accounts: string[]; brands: string[]; languages: string[]; words: string[] };

/** A queue as administrators read and write it. */
export type QueueSettings = {
  name: string;
  names: Record<string, string>;
  brand: string | null;
  languages: string[];
  calendar: string | null;
  targets: ServiceTargets;
  position: number;
  rules: FeedRule[];
  active: boolean;
  automatic: boolean;
};
export type WholeQueue = QueueSettings & { id: string; main: boolean; version: number };

export type ChannelAccount = { id: string; channel: Channel; name: string; address: string };

export type Hours = { from: string; until: string };
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];
export type SpecialDay = { date: string; name: string; hours: Hours[] };
export type CalendarSettings = { name: string; zone: string; week: Record<Weekday, Hours[]>; days: SpecialDay[] };
export type Calendar = {
  id: string;
  calendar: CalendarSettings;
  version: number;
  open: boolean;
  opensAt: string | null;
  closesAt: string | null;
};
