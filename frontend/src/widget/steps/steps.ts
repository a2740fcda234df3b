// Loper's steps: what a visitor of this site does, sent in batches after they agreed. See docs/steps.md.
// <script src="https://loper.example/widget/steps.js" data-account="chat-web" async></script>
// loperSteps.consent(true | false); loperSteps.step(kind, name, data). Forms: <form data-loper-flow="checkout"
// data-loper-step="3" data-loper-of="4" data-loper-name="Delivery address">.
(() => {
  const script = document.currentScript;
  if (!script || window.loperSteps) return;
  const account = script.dataset.account;
  const at = new URL(`../api/steps?account=${encodeURIComponent(account)}`, script.src).href;
  const back = at.replace("/steps?", "/steps/resume?");
  const key = (name) => `loper:${account}:${name}`;
  const never =
    /pass(?!enger)|wachtwoord|pwd|secret|token|card(num|no|nr|$)|^card|^cc|kaart|cvc|cvv|csc|securitycode|iban|accountnumber|rekening|otp|onetime|^pin|pincode|verif|expir|^code$|bsn|ssn/;
  const keep = (area) => ({
    get: (name) => {
      try {
        return window[area].getItem(key(name));
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      try {
        value === null ? window[area].removeItem(key(name)) : window[area].setItem(key(name), value);
      } catch {
        // Blocked: it is remembered for as long as the page stands.
      }
    },
  });
  const store = keep("localStorage");
  const tab = keep("sessionStorage");
  let waiting = JSON.parse(tab.get("waiting") ?? "[]");
  tab.set("waiting", null);
  let flying = [];
  let timer = 0;
  let sending = false;
  let looking = 0;

  const secret = (field) =>
    field.type === "password" ||
    field.type === "hidden" ||
    field.type === "file" ||
    field.closest("[data-loper-never]") ||
    /^cc-|one-time|password/.test(field.autocomplete) ||
    never.test(`${field.name}`.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const luhn = (digits) =>
    [...digits]
      .reverse()
      .reduce((sum, digit, i) => sum + (i % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : +digit), 0) %
      10 ===
    0;
  const looksSecret = (text) => {
    const digits = text.replace(/[^0-9]/g, "");
    return (
      (digits.length > 12 && digits.length < 20 && luhn(digits)) ||
      /^(iban)?[\W_]*[a-z]{2}[\W_]*\d{2}([\W_]*[a-z0-9]){11,30}$/i.test(text)
    );
  };

  const body = (extra) => JSON.stringify({ visitor: store.get("visitor") ?? "", ...extra });
  const later = () => {
    timer ||= setTimeout(flush, 1000);
  };
  // Whether the server wants to ask the visitor something, now or when they are still here in a while.
  const told = ({ ask, invite }) => {
    clearTimeout(looking);
    if (ask) looking = setTimeout(flush, ask * 1000, 1);
    if (invite) dispatchEvent(new CustomEvent("loper:invite", { detail: invite }));
  };
  async function flush(look) {
    clearTimeout(timer);
    timer = 0;
    if (sending || !(look || waiting.length)) return;
    const steps = waiting.splice(0, 50);
    const named = store.get("visitor");
    sending = true;
    flying = steps;
    try {
      const answer = await fetch(at, { method: "POST", body: body({ steps }), credentials: "omit", keepalive: true });
      if (answer.ok) {
        const said = await answer.json();
        const { visitor } = said;
        told(said);
        if (!store.get("visitor")) store.set("visitor", visitor);
        // The chat was opened meanwhile and has told who this is: what went under another name goes again under theirs.
        else if (!named && store.get("visitor") !== visitor) waiting = [...steps, ...waiting];
      } else if (answer.status === 429 || answer.status > 499) throw answer;
    } catch {
      waiting = [...steps, ...waiting].slice(-100);
      timer ||= setTimeout(flush, 15000);
    }
    sending = false;
    flying = [];
    if (waiting.length > 0) later();
  }

  function step(kind, name, data) {
    if (store.get("consent") !== "yes") return;
    const id = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
    waiting.push({ id, at: new Date().toISOString(), kind, name, url: location.origin + location.pathname, data });
    later();
  }

  function form(element) {
    const { loperFlow: flow, loperStep, loperOf, loperName: name, loperSteps } = element.dataset;
    const fields = {};
    for (const field of element.elements) {
      if (!field.name || secret(field) || (/radio|checkbox/.test(field.type) && !field.checked)) continue;
      const value = String(field.value).slice(0, 200);
      if (value && !looksSecret(value)) fields[field.name] = value;
    }
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

  const page = () => step("page", document.title.slice(0, 200));
  const begin = () => {
    page();
    document.querySelectorAll("form[data-loper-flow]").forEach(form);
  };

  document.addEventListener("change", (event) => {
    const element = event.target.form;
    if (element?.dataset.loperFlow) form(element);
  });
  addEventListener("hashchange", page);
  addEventListener("pagehide", () => {
    if (store.get("visitor")) {
      if (waiting.length > 0) navigator.sendBeacon(at, body({ steps: waiting.splice(0, 50) }));
    } else {
      // Nobody has told us who this is yet: the next page goes on with it.
      tab.set("waiting", JSON.stringify([...flying, ...waiting].slice(-50)));
    }
  });

  // Back to where somebody stopped: what they had filled in is asked for, never in the address.
  const token = /[#&]loper-resume=([\w-]{22})/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
    fetch(back, { method: "POST", body: JSON.stringify({ token }), credentials: "omit" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then((detail) => {
        window.loperSteps.resumed = detail;
        dispatchEvent(new CustomEvent("loper:resume", { detail }));
      })
      .catch(() => undefined);
  }

  window.loperSteps = {
    step,
    form,
    /** What the visitor says to our invitation: "taken" or "dismissed". */
    answer: (invite, answer) => {
      fetch(at, { method: "POST", body: body({ steps: [], invite, answer }), credentials: "omit" }).catch(() => 0);
    },
    agreed: () => store.get("consent"),
    consent(yes) {
      const before = store.get("consent");
      store.set("consent", yes ? "yes" : "no");
      if (yes && before !== "yes") begin();
      if (!yes && before === "yes") {
        waiting = [];
        clearTimeout(looking);
        tab.set("waiting", null);
        fetch(at, { method: "POST", body: body({ forget: true }), credentials: "omit" }).catch(() => undefined);
      }
    },
    /** Fills a form with what had been filled in. */
    fill(element, fields) {
      for (const field of element.elements) {
        if (!field.name || secret(field) || !(field.name in fields)) continue;
        if (/radio|checkbox/.test(field.type)) field.checked = field.value === fields[field.name];
        else field.value = fields[field.name];
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };
  if (waiting.length > 0) later();
  if (store.get("consent") === "yes") begin();
  dispatchEvent(new CustomEvent("loper:steps"));
})();
