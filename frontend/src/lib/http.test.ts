import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { expect, it } from "vitest";
import { request } from "./http.ts";

it("a page without a form token fetches one and repeats the request once", async () => {
  const tokens: (string | null)[] = [];
  const server = setupServer(
    http.get("/api/v1/session", () => {
      // biome-ignore lint/suspicious/noDocumentCookie: what the server's Set-Cookie would do
      document.cookie = "XSRF-TOKEN=fresh; path=/";
      return HttpResponse.json({ type: "sign-in-required" }, { status: 401 });
    }),
    http.post("/api/v1/topics/t/resolve", ({ request: asked }) => {
      const token = asked.headers.get("X-XSRF-TOKEN");
      tokens.push(token);
      return token === "fresh"
        ? HttpResponse.json({ done: true })
        : HttpResponse.json({ type: "form-token-missing" }, { status: 403 });
    }),
  );
  await server.listen();
  expect(await request("POST", "/api/v1/topics/t/resolve", {})).toEqual({ done: true });
  expect(tokens).toEqual([null, "fresh"]);
  await server.close();
});
