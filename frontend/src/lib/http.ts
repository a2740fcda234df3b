import { Problem } from "./problem.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

function csrfToken(): string | null {
  const match = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

export function csrfHeaders(): Record<string, string> {
  const token = csrfToken();
  return token ? { "X-XSRF-TOKEN": token } : {};
}

export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get("Retry-After"));
  let body: Record<string, unknown> = {};
  try {
    body = (await response.json()) as Record<string, unknown>;
  } catch {
    // Not a problem document: a proxy's page, or nothing at all.
  }
  return new Problem(response.status, body, Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null);
}

/** A page fresh from the server has no form token yet; any answer of the API brings one. */
async function fetchFormToken(): Promise<void> {
  await fetch("/api/v1/session", { credentials: "same-origin" }).catch(() => undefined);
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  signal?: AbortSignal,
  headers?: Record<string, string>,
): Promise<Response> {
  const ask = () =>
    fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json, application/problem+json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(method === "GET" ? {} : csrfHeaders()),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const response = await ask();
  if (method === "GET" || response.status !== 403) return response;
  const problem = await problemOf(response.clone());
  if (problem.type !== "form-token-missing") return response;
  await fetchFormToken();
  return ask();
}

/** One request to the agent API. Resolves with the body (undefined for 204), rejects with a `Problem`. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  headers?: Record<string, string>,
): Promise<T> {
  let response: Response;
  try {
    response = await send(method, path, body, signal, headers);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.offline();
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export function query(parameters: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : "";
}
