/** What went wrong with a request: RFC 9457 problem details, or the network's silence (`type` "offline"). */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly detail: string | null;
  readonly field: string | null;
  /** Seconds after which a repeat makes sense. */
  readonly retryAfter: number | null;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>, retryAfter: number | null = null) {
    const slug = typeof body.type === "string" ? (body.type.split(/[/:#]/).pop() ?? "unknown") : "unknown";
    super(typeof body.detail === "string" ? body.detail : slug);
    this.name = "Problem";
    this.status = status;
    this.type = slug;
    this.detail = typeof body.detail === "string" ? body.detail : null;
    this.field = typeof body.field === "string" ? body.field : null;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  static offline(): Problem {
    return new Problem(0, { type: "offline" });
  }
}

export function isProblem(error: unknown, type?: string): error is Problem {
  return error instanceof Problem && (type === undefined || error.type === type);
}
