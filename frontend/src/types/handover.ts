import type { Channel } from "./api.ts";

/** `write`: we write to them there; `text`: they send a text; `page`: they open a link; `code`: they key it in. */
export type HandoverHow = "write" | "text" | "page" | "code";

export type HandoverState = "offered" | "arrived" | "declined" | "expired" | "revoked";

/** The picture of a link: one SVG path, in modules. */
export type Qr = { size: number; path: string };

export type Handover = {
  id: string;
  state: HandoverState;
  how: HandoverHow;
  from: Channel;
  to: Channel;
  account: string;
  topic: string;
  address: string | null;
  /** What proves it is shown while it is open. */
  link: string | null;
  code: string | null;
  qr: Qr | null;
  by: { kind: string; id: string | null; name: string };
  offeredAt: string;
  expiresAt: string;
  closedAt: string | null;
  told: string | null;
  /** Whether the customer was told; else whoever offers shows it to them. */
  said: boolean;
};

export type HandoverWay = {
  to: Channel;
  how: HandoverHow;
  account: string | null;
  address: string | null;
  proven: boolean;
  available: boolean;
  reason: string | null;
  reasonText: string | null;
  /** Why it is proposed now. */
  suggested: string | null;
  /** Whether it is the channel they would rather be reached on. */
  wished: boolean;
  /** If telling them of it would disturb them now, until when they wish for quiet. */
  quietUntil: string | null;
};

export type HandoverWays = { from: Channel; items: HandoverWay[] };

export type NewHandover = { to: Channel; topic: string; address?: string; tell?: boolean; clientId: string };

export type HandoverRoute = {
  from: Channel;
  to: Channel;
  how: HandoverHow;
  enabled: boolean;
  connected: boolean;
  en: string;
  nl: string;
  /** Whether an administrator worded it. */
  own: boolean;
  /** Placeholders without which the words lead nowhere. */
  needs: string[];
  /** Named by whoever changes it. */
  version: string;
};

/** A route as it is to be; empty words are Loper's own. */
export type RouteWish = Pick<HandoverRoute, "from" | "to" | "enabled" | "en" | "nl" | "version">;

export type RouteFigures = {
  from: Channel;
  to: Channel;
  offered: number;
  arrived: number;
  declined: number;
  expired: number;
  revoked: number;
  open: number;
  success: number | null;
  averageSeconds: number | null;
  medianSeconds: number | null;
};
