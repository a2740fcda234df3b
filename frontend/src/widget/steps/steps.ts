// Loper's steps: what a visitor of this site does, sent in batches after they agreed. See docs/steps.md.
// <script src="https://loper.example/widget/steps.js" data-account="chat-web" async></script>
// loperSteps.consent(true | false); loperSteps.step(kind, name, data). Forms: <form data-loper-flow="checkout"
// data-loper-step="3" data-loper-of="4" data-loper-name="Delivery address">.
// A classic script of its own, built into dist/widget/steps.js: below 3 KB compressed, and held there by the build.

type Step = { id: string; at: string; kind: string; name: string; url: string; data: unknown };
type Field = HTMLInputElement & { labels: NodeListOf<HTMLLabelElement> | null };
type Told = { visitor: string; ask?: number | null; invite?: unknown };

function record(script: HTMLScriptElement): void {
  const account = script.dataset.account ?? "";
  const at = new URL(`../api/steps?account=${encodeURIComponent(account)}`, script.src).href;
  const back = at.replace("/steps?", "/steps/resume?");
  const key = (name: string) => `loper:${account}:${name}`;
  // What the server leaves out by name (SecretNames) never leaves the page; here a little more does not.
  const never =
    /pass(?!enger)|wachtwoord|pwd|secret|geheim|token|card(num|no|nr|code|$)|^card|^cc|ccv|kaart|cvc|cvv|cvd|csc|securitycode|veiligheidscode|iban|accountn|rekening|otp|onetime|^pin|pin$|pincode|verif|expir|^exp(date|month|year|$)|validthru|geldigtot|vervaldatum|^code$|(backup|recovery|reset|herstel|activati\w*|access|toegangs|login|inlog|sms|controle)code|bsn|ssn|paspoort|rijbewijs/;
  const keep = (area: "localStorage" | "sessionStorage") => ({
    get(name: string): string | null {
      try {
        return window[area].getItem(key(name));
      } catch {
        return null;
      }
    },
    set(name: string, value: string | null): void {
      try {
        if (value === null) window[area].removeItem(key(name));
        else window[area].setItem(key(name), value);
      } catch {
        // Blocked: whether they agreed cannot be remembered, so nothing is recorded.
      }
    },
  });
  const store = keep("localStorage");
  const tab = keep("sessionStorage");
  const agreed = () => store.get("consent") === "yes";
  let waiting: Step[] = JSON.parse(tab.get("waiting") ?? "[]");
  tab.set("waiting", null);
  let flying: Step[] = [];
  let sending: Promise<void> | null = null;
  let timer = 0;
  let looking = 0;
  let here = "";

  // A password that is shown for a look is a text field for that time.
  const hidden = new WeakSet<EventTarget>();
  const secret = (field: Field) => {
    if (/password|hidden|file|submit|button|reset|image/.test(field.type)) hidden.add(field);
    const called = [field.name, field.id, field.placeholder, field.autocomplete, field.getAttribute("aria-label")];
    for (const label of field.labels ?? []) called.push(label.textContent ?? "");
    return (
      hidden.has(field) ||
      field.closest("[data-loper-never]") !== null ||
      called.some((name) => never.test(`${name ?? ""}`.toLowerCase().replace(/[^a-z0-9]/g, "")))
    );
  };
  const luhn = (digits: string) =>
    [...digits].reverse().reduce((sum, one, place) => {
      const digit = place % 2 ? +one * 2 : +one;
      return sum + (digit > 9 ? digit - 9 : digit);
    }, 0) %
      10 ===
    0;
  const looksSecret = (text: string) => {
    const digits = text.replace(/[^0-9]/g, "");
    return (
      (digits.length > 12 && digits.length < 20 && luhn(digits)) ||
      /^(iban)?[\W_]*[a-z]{2}[\W_]*\d{2}([\W_]*[a-z0-9]){11,30}$/i.test(text)
    );
  };

  const post = (to: string, body: object) =>
    fetch(to, { method: "POST", body: JSON.stringify(body), credentials: "omit", keepalive: true });
  const mine = (extra: object) => ({
    visitor: store.get("visitor") ?? "",
    consent: store.get("agreement") ?? "",
    ...extra,
  });
  // `randomUUID` is there on https only.
  const fresh = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  const later = () => {
    timer ||= window.setTimeout(flush, 1000);
  };
  // Whether the server wants to ask the visitor something, now or when they are still here in a while.
  const told = ({ ask, invite }: Told) => {
    clearTimeout(looking);
    if (ask) looking = window.setTimeout(flush, ask * 1000, true);
    if (invite) dispatchEvent(new CustomEvent("loper:invite", { detail: invite }));
  };
  function flush(look?: boolean): void {
    clearTimeout(timer);
    timer = 0;
    // Whoever took their consent back did so for what waits, too, be it in another tab.
    if (!agreed()) waiting = [];
    else if (!sending && (look || waiting.length > 0))
      sending = send().finally(() => {
        sending = null;
        flying = [];
        if (waiting.length > 0) later();
      });
  }
  async function send(): Promise<void> {
    let many = 50;
    // As much as the server takes at a time.
    while (many > 1 && JSON.stringify(waiting.slice(0, many)).length > 24_000) many >>= 1;
    const steps = waiting.splice(0, many);
    const named = store.get("visitor");
    flying = steps;
    try {
      const answer = await post(at, mine({ steps }));
      if (answer.ok) {
        const said: Told = await answer.json();
        told(said);
        if (!store.get("visitor")) store.set("visitor", said.visitor);
        // The chat was opened meanwhile and has told who this is: what went under another name goes again under theirs.
        else if (!named && store.get("visitor") !== said.visitor) waiting = [...steps, ...waiting];
      } else if (answer.status === 429 || answer.status > 499) throw answer;
    } catch {
      waiting = [...steps, ...waiting].slice(-100);
      timer ||= window.setTimeout(flush, 15000);
    }
  }
  /** Has the server forget: after what is on its way, and on the next page if it could not be said here. */
  async function forget(): Promise<void> {
    store.set("forget", store.get("forget") ?? store.get("agreement") ?? "-");
    await sending;
    const answer = await post(at, mine({ forget: true, consent: store.get("forget") })).catch(() => null);
    if (answer?.ok) store.set("forget", null);
  }

  const small = (data: unknown) => (JSON.stringify(data ?? null).length < 20_000 ? data : undefined);

  function step(kind: string, name?: string, data?: unknown): void {
    if (!agreed()) return;
    const id = fresh();
    const url = location.origin + location.pathname;
    waiting.push({
      id,
      at: new Date().toISOString(),
      kind,
      name: `${name || kind}`.slice(0, 200),
      url,
      data: small(data),
    });
    later();
  }

  function form(element: HTMLFormElement): void {
    const { loperFlow: flow, loperStep = 1, loperOf = 1, loperName, loperSteps } = element.dataset;
    const fields: Record<string, string> = {};
    let room = 40;
    for (const field of element.elements as Iterable<Element> as Iterable<Field>) {
      if (!field.name || (/radio|checkbox/.test(field.type) && !field.checked) || secret(field)) continue;
      const value = `${field.value ?? ""}`.slice(0, 200);
      if (value && !looksSecret(value) && room-- > 0) fields[field.name] = value;
    }
    const name = loperName ?? flow;
    // Only the latest of what was not sent yet.
    waiting = waiting.filter((one) => !(one.kind === "form" && one.name === name));
    step("form", name, {
      flow,
      step: +loperStep,
      of: +loperOf,
      steps: loperSteps ? loperSteps.split("|") : [],
      fields,
    });
  }

  const page = () => {
    if (here === location.href) return;
    here = location.href;
    step("page", document.title);
  };
  const begin = () => {
    here = "";
    page();
    for (const element of document.querySelectorAll<HTMLFormElement>("form[data-loper-flow]")) form(element);
  };

  document.addEventListener("focusin", ({ target }) => {
    if ((target as Field).type === "password") hidden.add(target as Field);
  });
  document.addEventListener("change", (event) => {
    const element = (event.target as Field).form;
    if (element?.dataset.loperFlow) form(element);
  });
  // A page that goes on without loading has its title a moment later.
  const moved = () => setTimeout(page, 250);
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener("navigatesuccess", moved);
  else for (const event of ["hashchange", "popstate"]) addEventListener(event, moved);
  addEventListener("pagehide", () => {
    if (!agreed()) return;
    if (store.get("visitor")) {
      if (waiting.length > 0) navigator.sendBeacon(at, JSON.stringify(mine({ steps: waiting.splice(0, 50) })));
    } else {
      // Nobody has told us who this is yet: the next page goes on with it.
      tab.set("waiting", JSON.stringify([...flying, ...waiting].slice(-50)));
    }
  });

  // Back to where somebody stopped: what they had filled in is asked for, never in the address.
  const token = /[#&]loper-resume=([\w-]{22})/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
    post(back, { token })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then((detail) => {
        loperSteps.resumed = detail;
        dispatchEvent(new CustomEvent("loper:resume", { detail }));
      })
      .catch(() => undefined);
  }

  const loperSteps = {
    resumed: undefined as unknown,
    step,
    form,
    /** What the visitor says to our invitation: "taken" or "dismissed". */
    answer(invite: string, answer: string): void {
      post(at, mine({ steps: [], invite, answer })).catch(() => undefined);
    },
    agreed: () => store.get("consent"),
    consent(yes: boolean): void {
      const before = agreed();
      store.set("consent", yes ? "yes" : "no");
      if (yes && !before) {
        // What another tab sends under an agreement that was taken back is not kept.
        store.set("agreement", fresh());
        begin();
      }
      if (!yes && before) {
        waiting = [];
        clearTimeout(looking);
        tab.set("waiting", null);
        void forget();
      }
    },
    /** Fills a form with what had been filled in. */
    fill(element: HTMLFormElement, fields: Record<string, string>): void {
      for (const field of element.elements as Iterable<Element> as Iterable<Field>) {
        const value = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
        if (value === undefined || secret(field)) continue;
        if (/radio|checkbox/.test(field.type)) field.checked = field.value === value;
        else field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };
  Object.assign(window, { loperSteps });
  if (store.get("forget")) void forget();
  if (waiting.length > 0) later();
  if (agreed()) begin();
  dispatchEvent(new CustomEvent("loper:steps"));
}

if (document.currentScript instanceof HTMLScriptElement && !("loperSteps" in window)) record(document.currentScript);

export {};
