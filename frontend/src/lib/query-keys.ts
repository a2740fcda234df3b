import type { ViewName } from "../types/api.ts";

/** Where each piece of server state lies in the query cache. */
export const queryKeys = {
  session: ["session"] as const,
  people: ["people"] as const,
  calls: ["calls"] as const,
  personWork: (person: string) => ["person-work", person] as const,
  invitations: ["invitations"] as const,
  teams: ["teams"] as const,
  departments: ["departments"] as const,
  queues: ["queues"] as const,
  board: ["board"] as const,
  wholeQueues: ["whole-queues"] as const,
  accounts: ["accounts"] as const,
  calendars: ["calendars"] as const,
  calendarTry: (...parts: [string, string, string]) => ["calendar-try", ...parts] as const,
  lists: ["inbox", "list"] as const,
  list: (view: ViewName) => ["inbox", "list", view] as const,
  counts: ["inbox", "counts"] as const,
  /** The last known state of one topic, also when no list shows it any more. */
  item: (topic: string) => ["inbox", "item", topic] as const,
  conversation: (id: string) => ["conversation", id] as const,
  allEntries: (conversation: string) => ["entries", conversation] as const,
  entries: (conversation: string, topic: string | null) => ["entries", conversation, topic] as const,
  allReplyOptions: (conversation: string) => ["reply-options", conversation] as const,
  replyOptions: (conversation: string, topic: string) => ["reply-options", conversation, topic] as const,
  /** Who may be the same person, and who was joined. */
  identity: (conversation: string) => ["identity", conversation] as const,
  suggestions: (conversation: string) => ["identity", conversation, "suggestions"] as const,
  merges: (conversation: string) => ["identity", conversation, "merges"] as const,
  deed: (id: string) => ["deed", id] as const,
  mergePreview: (customer: string, other: string, choices: string) =>
    ["merge-preview", customer, other, choices] as const,
  lookUp: (typed: string) => ["look-up", typed] as const,
  presence: (conversation: string) => ["presence", conversation] as const,
  visits: (conversation: string) => ["visits", conversation] as const,
  facts: (conversation: string) => ["facts", conversation] as const,
  promises: (conversation: string) => ["promises", conversation] as const,
  promisePreview: (...parts: [string, string, string, string, string | null, string]) =>
    ["promise-preview", ...parts] as const,
  moment: (words: string, language: string) => ["moment", words, language] as const,
  deadLetters: ["dead-letters"] as const,
  deadLetter: (id: string) => ["dead-letters", id] as const,
  audit: ["audit"] as const,
};
