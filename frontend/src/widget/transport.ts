import { type Link, type LinkEvent, OFF, step } from "./link";
import { type ClientFrame, parseFrame, type ServerFrame } from "./protocol";

/** The line to the server: one socket at a time, reconnecting by itself between start and stop. */
export interface Transport {
  start(): void;
  stop(): void;
  /** Gives the present socket up and connects again; `afterMs` is the shortest wait. */
  restart(afterMs?: number | null): void;
  /** Tries at once instead of waiting on. */
  wake(): void;
  /** Sends when the line stands; false says that nothing left. */
  send(frame: ClientFrame): boolean;
}

export interface TransportNeeds {
  socket(): WebSocket;
  random(): number;
  hello(): ClientFrame;
  onFrame(frame: ServerFrame): void;
  onLink(link: Link): void;
}

export function createTransport(needs: TransportNeeds): Transport {
  let link: Link = OFF;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dispatch(event: LinkEvent): void {
    const before = link;
    const next = step(link, event, needs.random());
    link = next.link;
    for (const action of next.actions) {
      switch (action.type) {
        case "connect":
          connect();
          break;
        case "hello":
          socket?.send(JSON.stringify(needs.hello()));
          break;
        case "close":
          close();
          break;
        case "timer":
          clearTimeout(timer);
          timer = action.ms === null ? undefined : setTimeout(() => dispatch({ type: "due" }), action.ms);
          break;
      }
    }
    if (link !== before) {
      needs.onLink(link);
    }
  }

  function connect(): void {
    try {
      const mine = needs.socket();
      socket = mine;
      const whenMine = (event: LinkEvent) => () => socket === mine && dispatch(event);
      mine.onopen = whenMine({ type: "opened" });
      mine.onclose = whenMine({ type: "lost" });
      mine.onerror = () => {};
      mine.onmessage = ({ data }) => socket === mine && receive(data);
    } catch {
      // A socket that cannot even be made (a blocked address) fails like one that does not open.
      setTimeout(() => socket === null && dispatch({ type: "lost" }));
    }
  }

  function receive(data: unknown): void {
    const frame = parseFrame(data);
    if (!frame) {
      return;
    }
    if (frame.type === "welcome") {
      dispatch({ type: "welcomed" });
    } else if (frame.type === "refused" && link.phase === "greeting") {
      dispatch({ type: "lost", afterMs: frame.retryAfterMs });
      return;
    }
    needs.onFrame(frame);
  }

  function close(): void {
    const old = socket;
    socket = null;
    if (old && old.readyState < WebSocket.CLOSING) {
      old.close();
    }
  }

  return {
    start: () => dispatch({ type: "start" }),
    stop: () => dispatch({ type: "stop" }),
    restart: (afterMs) => dispatch({ type: "lost", afterMs: afterMs ?? null }),
    wake: () => dispatch({ type: "woken" }),
    send(frame) {
      if (link.phase !== "ready" || socket?.readyState !== WebSocket.OPEN) {
        return false;
      }
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
}
