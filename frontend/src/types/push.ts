/** What comes and goes over the socket, as the server speaks it: no endpoint describes it. */

import type { Colleague, Counts, Customer, Entry, InboxItem, LiveCall, ViewName } from "./api.ts";
import type { Board } from "./board.ts";

/** Somebody in a conversation just now; `customer` tells its customer, who types, from us. */
export type PresentPerson = { id: string; name: string; state: "viewing" | "typing"; customer?: boolean };

/** One thing that changed; it holds the current state, so applying it twice or late is harmless. */
export type Change =
  | { type: "topic"; item: InboxItem; views: ViewName[] }
  | { type: "entry"; conversation: string; entry: Entry }
  | { type: "conversation"; conversation: string; customer: Customer }
  /** More is known of the customer, such as facts or visits; those who show it ask for it. */
  | { type: "known"; conversation: string }
  | ({ type: "counts" } & Counts)
  | { type: "presence"; conversation: string; people: PresentPerson[] }
  | { type: "promise"; conversation: string; promise: string }
  /** Some promise was made or changed: lists and counts of promises are asked for again. */
  | { type: "promises" }
  /** Which birthdays and jubilees there are, or what holds one back, may have changed: they are asked for again. */
  | { type: "occasions" }
  | { type: "person"; person: Colleague }
  | { type: "board"; board: Board }
  /** Customers were joined or taken apart: the timeline is another one, `at` the conversation it is found in now. */
  | { type: "homes"; conversation: string; at: string }
  /** A call as it concerns this person now; null if it is over, or no longer theirs. */
  | { type: "call"; entry: string; call: LiveCall | null }
  | { type: "removed"; topic: string };

/**
 * `watch` is the number of the request the frame answers or follows. Now and then it says how the store stands: `head`
 * is where the feed is, `store` that Redis does not answer.
 */
export type Frame = {
  cursor: string;
  watch?: number;
  reload?: boolean;
  head?: string;
  store?: "away";
  changes: Change[];
};

export type Watches = {
  view?: { name: ViewName; rows: string[] };
  thread?: string;
  counts?: boolean;
  people?: boolean;
  calls?: boolean;
  board?: boolean;
  /** Nobody sits at this screen: it hangs on a wall. */
  wall?: boolean;
  promises?: boolean;
  occasions?: boolean;
};
