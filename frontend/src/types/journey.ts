/** A visit to one of our sites, as the API tells it. */
export type Visit = {
  from: string;
  to: string;
  where: string;
  flow: {
    id: string;
    name: string;
    label: string;
    step: number;
    of: number;
    labels: string[];
    values: { name: string; value: string }[];
    /** Whether there is a way back to it. */
    resume: boolean;
  } | null;
  basket: { total: string; currency: string; items: string[] } | null;
  ordered: boolean;
  pages: number;
  /** By which trigger they were invited to chat, if they were. */
  invited?: string | null;
};
/** Changes in how a customer behaves. */
export type Signal = "third-contact" | "silent" | "basket-left-twice";
export type Visits = { items: Visit[]; noticed: Signal[] };
export type ResumeLink = { url: string; expiresAt: string };
