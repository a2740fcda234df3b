import { announce } from "./announce.ts";
import { i18n } from "./i18n/setup.ts";

type Checked = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const said = new WeakMap<Checked, HTMLElement>();
let made = 0;

/**
 * Says what is wrong with a field in our words, beside it, where the browser would say it in a bubble and in its own
 * language. Holds for every form that leaves checking to the browser.
 *
 * @returns what ends it
 */
export function sayFaults(): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  document.addEventListener("invalid", refused, options);
  document.addEventListener("input", forget, options);
  return () => end.abort();
}

function refused(event: Event) {
  const field = event.target;
  if (!isChecked(field)) return;
  event.preventDefault();
  const text = faultOf(field);
  say(field, text);
  if (field !== firstOf(field)) return;
  field.focus();
  announce(text);
}

/** A field marked with `data-says` says itself what is wrong with it, unless it is empty. */
function say(field: Checked, text: string) {
  if (field.dataset.says !== undefined && !field.validity.valueMissing) return;
  const line = said.get(field) ?? lineAt(field);
  line.textContent = text;
}

/** Its name stays what it is also where the line lies within its label. */
function lineAt(field: Checked): HTMLElement {
  const line = document.createElement("small");
  line.id = `field-fault-${++made}`;
  line.className = "fault own";
  line.setAttribute("aria-hidden", "true");
  field.after(line);
  describe(field, [...described(field), line.id]);
  said.set(field, line);
  return line;
}

function forget(event: Event) {
  const field = event.target;
  const line = isChecked(field) ? said.get(field) : undefined;
  if (!isChecked(field) || !line) return;
  describe(
    field,
    described(field).filter((id) => id !== line.id),
  );
  line.remove();
  said.delete(field);
}

function described(field: Checked): string[] {
  return (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
}

function describe(field: Checked, ids: string[]) {
  if (ids.length > 0) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

function firstOf(field: Checked): Element | undefined {
  return [...(field.form?.elements ?? [])].find((one) => isChecked(one) && one.willValidate && !one.validity.valid);
}

function isChecked(target: unknown): target is Checked {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

function faultOf(field: Checked): string {
  const { validity } = field;
  if (validity.valueMissing && !validity.badInput) return i18n.t("fault.missing");
  if (!(field instanceof HTMLInputElement)) return i18n.t("fault.unfit");
  if (validity.typeMismatch && field.type === "email") return i18n.t("fault.email");
  if (validity.tooShort) return i18n.t("fault.short", { count: field.minLength });
  if (field.type === "number") return i18n.t("fault.number", { min: field.min, max: field.max });
  if (validity.badInput) return i18n.t("fault.unfinished");
  if (validity.rangeUnderflow) return i18n.t("fault.early");
  return i18n.t(validity.rangeOverflow ? "fault.far" : "fault.unfit");
}
