import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { ChatEntry, ClientFrame, RefusalReason } from "../protocol";

const PAGE = 30;

interface Visit {
  visitor: string;
  socket: WebSocket;
}

/** A small server that plays the chat contract on a real socket, with knobs for what can go wrong. */
export class ChatServer {
  /** Every frame that came, in order. */
  readonly frames: ClientFrame[] = [];
  /** How many sockets were opened in all. */
  connections = 0;
  /** Cut every line at the next messages: they are stored, and nobody hears of it. */
  loseAcks = 0;
  /** Answers for the next messages, before anything is stored again. */
  refusals: { reason: RefusalReason; retryAfterMs: number | null }[] = [];
  /** Reads what comes and never answers a message. */
  mute = false;
  /** How long a welcome takes, in milliseconds. */
  welcomeAfter = 0;
  /** What an upload of a known visitor is answered with. */
  uploadStatus = 201;
  /** Hears of each message when it is stored. */
  onMessage: (visitor: string, entry: ChatEntry) => void = () => {};
  /** Where a visitor can go on. */
  ways: string[] = [];
  brand = { name: "Veldhuis Wonen", greeting: "Wij zijn er tot 17:30" };

  private readonly threads = new Map<string, ChatEntry[]>();
  private readonly visits = new Set<Visit>();
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly http: Server = createServer((request, response) => {
    if (!this.answer(request, response)) {
      response.writeHead(404).end();
    }
  });
  private away = false;
  private count = 0;
  private port = 0;

  private readonly clock: (count: number) => number;

  /** `clock` says when entry number n came, in milliseconds. */
  constructor(clock: (count: number) => number = (n) => Date.UTC(2026, 10, 22, 12, 0, n)) {
    this.clock = clock;
    this.http.on("upgrade", (request, socket, head) => this.upgrade(request, socket, head));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.http.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.http.address() as AddressInfo).port;
    return this;
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async stop(): Promise<void> {
    this.cut();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Takes a WebSocket handshake, also on behalf of another HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.away) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n");
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (one) => this.accept(one));
  }

  /** Cuts every line. */
  cut(): void {
    for (const { socket } of this.visits) {
      socket.terminate();
    }
  }

  /** Cuts every line and takes none until `comeBack`. */
  goAway(): void {
    this.away = true;
    this.cut();
  }

  comeBack(): void {
    this.away = false;
  }

  /** Forgets every visitor, as after a loss of the data. */
  forgetAll(): void {
    this.threads.clear();
  }

  /** The visitors of the lines that stand. */
  present(): string[] {
    return [...this.visits].map((visit) => visit.visitor);
  }

  get visitors(): string[] {
    return [...this.threads.keys()];
  }

  thread(visitor: string): ChatEntry[] {
    return this.threads.get(visitor) ?? [];
  }

  messages(): Extract<ClientFrame, { type: "message" }>[] {
    return this.frames.filter((frame) => frame.type === "message");
  }

  /** Puts an entry into a thread and tells every line of that visitor. */
  say(visitor: string, text: string, part: Partial<ChatEntry> = {}): ChatEntry {
    const entry = this.entry({ from: "agent", name: "Fatima", text, ...part });
    this.threads.set(visitor, [...this.thread(visitor), entry]);
    this.tell(visitor, { type: "entry", entry });
    return entry;
  }

  /** Sends anything to every line of a visitor. */
  tell(visitor: string, frame: unknown): void {
    for (const visit of this.visits) {
      if (visit.visitor === visitor) {
        visit.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
      }
    }
  }

  private accept(socket: WebSocket): void {
    const visit: Visit = { visitor: "", socket };
    this.connections++;
    this.visits.add(visit);
    socket.on("close", () => this.visits.delete(visit));
    socket.on("message", (data) => this.receive(visit, JSON.parse(String(data)) as ClientFrame));
  }

  private receive(visit: Visit, frame: ClientFrame): void {
    this.frames.push(frame);
    if (frame.type === "hello") {
      this.welcome(visit, frame.visitor);
    } else if (frame.type === "message") {
      this.store(visit, frame);
    } else if (frame.type === "details") {
      this.reply(visit, { type: "details-stored" });
    } else if (frame.type === "code") {
      this.reply(visit, { type: "code-sent" });
    } else if (frame.type === "prove") {
      this.reply(visit, { type: "proven", right: frame.code === "123456" });
    } else if (frame.type === "go-on") {
      const until = new Date(Date.now() + 600_000).toISOString();
      const way = { offer: `o-${frame.to}`, code: null, number: null, qr: null, size: 0, until };
      this.reply(visit, { type: "elsewhere", id: frame.id, to: frame.to, link: "https://wa.me/31?text=x", ...way });
    } else if (frame.type === "history") {
      this.history(visit, frame.before);
    }
  }

  private welcome(visit: Visit, token: string | undefined): void {
    visit.visitor = token && this.threads.has(token) ? token : `visitor-${this.threads.size + 1}-${Math.random()}`;
    const thread = this.thread(visit.visitor);
    this.threads.set(visit.visitor, thread);
    const welcome = {
      type: "welcome",
      visitor: visit.visitor,
      brand: this.brand,
      name: null,
      entries: thread.slice(-PAGE),
      more: thread.length > PAGE,
      ways: this.ways,
      cursor: "1:1",
    };
    setTimeout(() => this.reply(visit, welcome), this.welcomeAfter);
  }

  private store(visit: Visit, { id, text, attachments }: Extract<ClientFrame, { type: "message" }>): void {
    if (this.mute) {
      return;
    }
    const refusal = this.refusals.shift();
    if (refusal) {
      this.reply(visit, { type: "refused", id, ...refusal });
      return;
    }
    const known = this.thread(visit.visitor).find((entry) => entry.clientId === id);
    const files = (attachments ?? []).map((upload) => this.uploads.get(upload)).filter((file) => file !== undefined);
    if (this.loseAcks > 0) {
      this.loseAcks--;
      this.cut();
      this.visits.clear();
    }
    const entry =
      known ?? this.say(visit.visitor, text, { from: "visitor", name: null, clientId: id, attachments: files });
    this.reply(visit, { type: "stored", id, entry: entry.id, at: entry.at });
    if (!known) {
      this.onMessage(visit.visitor, entry);
    }
  }

  private history(visit: Visit, before: string): void {
    const thread = this.thread(visit.visitor);
    const end = thread.findIndex((entry) => entry.id === before);
    const start = Math.max(0, end - PAGE);
    this.reply(visit, { type: "history", entries: thread.slice(start, Math.max(0, end)), more: start > 0 });
  }

  private reply({ socket }: Visit, frame: object): void {
    if (socket.readyState === socket.OPEN) {
      socket.send(JSON.stringify(frame));
    }
  }

  private entry(part: Partial<ChatEntry>): ChatEntry {
    const n = this.count++;
    const id = `e${String(n).padStart(6, "0")}`;
    const at = new Date(this.clock(n)).toISOString();
    return { id, at, clientId: null, from: "agent", name: null, text: "", attachments: [], withdrawn: false, ...part };
  }

  private readonly uploads = new Map<string, ChatEntry["attachments"][number]>();
  private readonly contents = new Map<string, Buffer>();

  /** Takes uploads and gives them back; says whether the request was one of these. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "Loper-Visitor");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
    } else if (pathname === "/widget/uploads") {
      this.takeFile(request, response);
    } else if (this.contents.has(pathname)) {
      response.writeHead(200).end(this.contents.get(pathname));
    } else {
      return false;
    }
    return true;
  }

  private takeFile(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const head = body.subarray(0, 1000).toString("latin1");
      const id = `u${this.uploads.size + 1}`;
      const name = /filename="([^"]*)"/.exec(head)?.[1] ?? "file";
      const type = /Content-Type: (\S+)/i.exec(head)?.[1] ?? "application/octet-stream";
      const content = body.subarray(head.indexOf("\r\n\r\n") + 4, body.lastIndexOf("\r\n--"));
      const url = `/widget/attachments/x/${id}`;
      this.uploads.set(id, { name, type, size: content.length, url });
      this.contents.set(url, content);
      const known = this.threads.has(String(request.headers["loper-visitor"]));
      response.writeHead(known ? this.uploadStatus : 403, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ id, name, type, size: content.length }));
    });
  }
}
