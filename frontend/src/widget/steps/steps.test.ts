import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Body = {
  visitor: string;
  steps?: { kind: string; name: string; data?: { fields?: Record<string, string> } }[];
} & {
  forget?: boolean;
  consent?: string;
};
type Steps = {
  consent(yes: boolean): void;
  agreed(): string | null;
  step(kind: string, name?: string, data?: unknown): void;
  fill(form: HTMLFormElement, fields: Record<string, string>): void;
};

const sent: Body[] = [];
let answer: () => Promise<Response>;
const heard: (() => void)[] = [];
const steps = () => (window as unknown as { loperSteps: Steps }).loperSteps;
const taken = async () => new Response(JSON.stringify({ visitor: "mine", taken: 1 }));

/** Loads the script as a page does. */
async function load(): Promise<void> {
  const script = document.createElement("script");
  script.src = "https://loper.test/widget/steps.js";
  script.dataset.account = "chat-web";
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  vi.resetModules();
  await import("./steps.ts");
}

/** Leaves the page: nothing of it hears anything any more. */
function leave(): void {
  window.dispatchEvent(new Event("pagehide"));
  for (const stop of heard.splice(0)) stop();
  Reflect.deleteProperty(window, "loperSteps");
  document.body.innerHTML = "";
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  sent.length = 0;
  answer = taken;
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return answer();
  });
  for (const target of [document, window]) {
    const listen = target.addEventListener.bind(target);
    vi.spyOn(target, "addEventListener").mockImplementation(
      (name: string, listener: EventListenerOrEventListenerObject) => {
        listen(name, listener);
        heard.push(() => target.removeEventListener(name, listener));
      },
    );
  }
});

afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const filled = () =>
  Object.assign({}, ...sent.flatMap((body) => body.steps ?? []).map((one) => one.data?.fields ?? {}));

async function fill(html: string): Promise<void> {
  document.body.innerHTML = `<form data-loper-flow="checkout" data-loper-name="Payment">${html}</form>`;
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
}

test("nothing is recorded before they agree", async () => {
  await load();
  steps().step("search", "lamp");
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual([]);
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent[0]?.steps?.map((one) => one.kind)).toEqual(["page"]);
});

test("what is known by its label, id, placeholder or name as a secret stays on the page", async () => {
  await load();
  await fill(`
    <input name="f1" value="in-name" id="cvc"><input name="f2" value="in-placeholder" placeholder="CVV code">
    <label>Security code <input name="f3" value="in-label"></label><input name="f4" value="aria" aria-label="Wachtwoord">
    <input name="user[password]" value="named"><input name="f5" value="auto" autocomplete="one-time-code">
    <input name="f6" type="hidden" value="hidden"><div data-loper-never><input name="f7" value="never"></div>
    <input name="f8" value="4111 1111 1111 1111"><input name="f9" value="NL91 ABNA 0417 1643 00">
    <input name="ccv" value="ccv"><input name="expMonth" value="exp"><input name="backupCode" value="backup">
    <input name="street" value="Javastraat 21"><input name="couponCode" value="ZOMER">`);
  expect(filled()).toEqual({ street: "Javastraat 21", couponCode: "ZOMER" });
});

test("a password that is shown for a look is none the less one", async () => {
  await load();
  document.body.innerHTML = '<form data-loper-flow="a"><input name="f1" type="password"><input name="f2"></form>';
  steps().consent(true);
  const [field, other] = document.querySelectorAll("input");
  field?.focus();
  if (field) Object.assign(field, { type: "text", value: "hunter2" });
  if (other) other.value = "Dam";
  other?.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(1500);
  expect(filled()).toEqual({ f2: "Dam" });
});

test("of a long form no more is sent than is kept", async () => {
  await load();
  await fill(Array.from({ length: 300 }, (_, index) => `<input name="f${index}" value="x">`).join(""));
  expect(Object.keys(filled())).toHaveLength(40);
});

test("a batch that fails is not sent again once they take their consent back", async () => {
  await load();
  answer = () => Promise.reject(new Error("away"));
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent).toHaveLength(1);
  answer = taken;
  steps().consent(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.slice(1)).toEqual([{ visitor: "", consent: sent[0]?.consent, forget: true }]);
});

test("forgetting goes after what is on its way", async () => {
  await load();
  let arrive: (response: Response) => void = () => undefined;
  answer = () => new Promise((done) => (arrive = done));
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  steps().consent(false);
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent).toHaveLength(1);
  answer = taken;
  arrive(await taken());
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent.slice(1)).toEqual([{ visitor: "mine", consent: sent[0]?.consent, forget: true }]);
});

test("what waits is not sent if they took their consent back in another tab", async () => {
  await load();
  steps().consent(true);
  localStorage.setItem("loper:chat-web:consent", "no");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
});

test("a wish to be forgotten that could not be sent is sent on the next page", async () => {
  await load();
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  answer = () => Promise.reject(new Error("away"));
  steps().consent(false);
  await vi.advanceTimersByTimeAsync(1500);
  leave();
  answer = taken;
  const consent = sent[0]?.consent;
  sent.length = 0;
  await load();
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent).toEqual([{ visitor: "mine", consent, forget: true }]);
  expect(localStorage.getItem("loper:chat-web:forget")).toBeNull();
});

test("each consent has a name of its own, so that what was sent under one that was taken back is known", async () => {
  await load();
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  steps().consent(false);
  await vi.advanceTimersByTimeAsync(1500);
  steps().consent(true);
  await vi.advanceTimersByTimeAsync(1500);
  const names = sent.map((body) => body.consent);
  expect(names).toHaveLength(3);
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
  expect(names[2]).toMatch(/^[\w-]{8,64}$/);
});

test("a form is filled in again, but not by what its fields never had", async () => {
  await load();
  document.body.innerHTML = '<form><input name="street"><input name="constructor"><input name="cvc"></form>';
  const form = document.querySelector("form");
  if (form) steps().fill(form, { street: "Dam 1", cvc: "123" });
  expect([...document.querySelectorAll("input")].map((field) => field.value)).toEqual(["Dam 1", "", ""]);
});
