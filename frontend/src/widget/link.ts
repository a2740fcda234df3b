import { backoff } from "./backoff";

/** Where the line to the server stands; `attempt` counts the failures since it last stood. */
export type Link =
  | { phase: "off" }
  | { phase: "connecting"; attempt: number }
  | { phase: "greeting"; attempt: number }
  | { phase: "ready" }
  | { phase: "waiting"; attempt: number };

export type LinkEvent =
  | { type: "start" }
  | { type: "opened" }
  | { type: "welcomed" }
  /** The socket closed, or is to be given up; `afterMs` is the server's own wish. */
  | { type: "lost"; afterMs?: number | null }
  /** The running timer ran out. */
  | { type: "due" }
  /** The network or the page came back: do not wait any longer. */
  | { type: "woken" }
  | { type: "stop" };

export type LinkAction =
  | { type: "connect" }
  | { type: "hello" }
  | { type: "close" }
  /** Replaces the running timer; null stops it. */
  | { type: "timer"; ms: number | null };

export interface LinkStep {
  link: Link;
  actions: LinkAction[];
}

/** How long a socket may take to open, and a welcome to come, in milliseconds. */
export const PATIENCE = 10_000;

export const OFF: Link = { phase: "off" };

/** The line's whole behaviour: what follows from an event in a phase. */
export function step(link: Link, event: LinkEvent, random: number): LinkStep {
  switch (event.type) {
    case "start":
      return link.phase === "off" ? connect(0) : { link, actions: [] };
    case "opened":
      return link.phase === "connecting"
        ? { link: { ...link, phase: "greeting" }, actions: [{ type: "hello" }, { type: "timer", ms: PATIENCE }] }
        : { link, actions: [] };
    case "welcomed":
      return link.phase === "greeting"
        ? { link: { phase: "ready" }, actions: [{ type: "timer", ms: null }] }
        : { link, actions: [] };
    case "lost":
      return link.phase === "off" || link.phase === "waiting"
        ? { link, actions: [] }
        : wait(link, random, event.afterMs ?? 0);
    case "due":
      return due(link, random);
    case "woken":
      return link.phase === "waiting" ? connect(link.attempt) : { link, actions: [] };
    case "stop":
      return { link: OFF, actions: [{ type: "close" }, { type: "timer", ms: null }] };
  }
}

function due(link: Link, random: number): LinkStep {
  switch (link.phase) {
    case "waiting":
      return connect(link.attempt);
    case "connecting":
    case "greeting":
      return wait(link, random, 0);
    case "off":
    case "ready":
      return { link, actions: [] };
  }
}

function connect(attempt: number): LinkStep {
  return {
    link: { phase: "connecting", attempt },
    actions: [{ type: "connect" }, { type: "timer", ms: PATIENCE }],
  };
}

function wait(link: Link, random: number, atLeast: number): LinkStep {
  const attempt = "attempt" in link ? link.attempt : 0;
  return {
    link: { phase: "waiting", attempt: attempt + 1 },
    actions: [{ type: "close" }, { type: "timer", ms: Math.max(atLeast, backoff(attempt, random)) }],
  };
}
