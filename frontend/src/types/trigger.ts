/** When visitors of our sites are invited to chat, as an administrator wishes it. */
export type TriggerWish = {
  name: string;
  active: boolean;
  /** What the basket has to exceed; null: no basket is asked for. */
  basketOver: number | null;
  /** What the page or form step has to contain; null: anywhere. */
  place: string | null;
  seconds: number;
  everyDays: number;
  text: { nl: string; en: string };
};

/** A trigger, and what became of its invitations. */
export type Trigger = TriggerWish & { id: string; version: string; shown: number; taken: number; dismissed: number };

/** All of them, and how often a visitor is invited by all together. */
export type Triggers = { items: Trigger[]; perDay: number; perMonth: number; restDays: number };
