import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { announcement } from "./announce.ts";
import { sayFaults } from "./field-faults.ts";
import { chooseLanguage } from "./i18n/setup.ts";

let end: () => void;
const user = userEvent.setup({ delay: null });

/** A form with these fields, asked for at once. */
async function asked(fields: string): Promise<HTMLFormElement> {
  document.body.innerHTML = `<form>${fields}<button>Save</button></form>`;
  await user.click(document.querySelector("button") as HTMLButtonElement);
  return document.querySelector("form") as HTMLFormElement;
}

const field = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;
const faults = () => [...document.querySelectorAll(".fault")].map((one) => one.textContent);

beforeEach(async () => {
  await chooseLanguage("en");
  end = sayFaults();
});
afterEach(() => end());

it("every field that does not fit says why, and the first of them has the focus and is said aloud", async () => {
  await asked(`<input name="name" required><label>Mail <input name="mail" type="email" value="eva@"></label>`);
  expect(faults()).toEqual(["Fill this in.", "This is not a whole email address, such as name@example.com."]);
  expect(field("name")).toHaveFocus();
  expect(announcement.get().text).toBe("Fill this in.");
  expect(field("mail")).toHaveAccessibleName("Mail");
  expect(field("mail")).toHaveAccessibleDescription(/whole email address/);
});

it("the browser says nothing beside it", async () => {
  const form = await asked(`<input name="name" required>`);
  const event = new Event("invalid", { cancelable: true });
  field("name").dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(form.checkValidity()).toBe(false);
  expect(faults()).toEqual(["Fill this in."]);
});

it("it is said until something is typed, and what described the field before still does", async () => {
  await asked(`<p id="hint">As on your card.</p><input name="name" aria-describedby="hint" required>`);
  expect(field("name")).toHaveAccessibleDescription("As on your card. Fill this in.");
  await user.type(field("name"), "E");
  expect(faults()).toEqual([]);
  expect(field("name")).toHaveAccessibleDescription("As on your card.");
});

it("what a field says of itself is not said twice", async () => {
  await asked(`<input name="mail" type="email" value="eva@" data-says>`);
  expect(faults()).toEqual([]);
  expect(field("mail")).toHaveFocus();
});

it("numbers and moments out of their range say what fits", async () => {
  await asked(`<input name="n" type="number" min="1" max="9" value="12">
    <input name="past" type="datetime-local" min="2026-11-27T10:00" value="2026-11-26T10:00">
    <input name="far" type="datetime-local" max="2026-11-27T10:00" value="2027-11-26T10:00">`);
  expect(faults()).toEqual([
    "Choose a whole number from 1 to 9.",
    "Choose a later moment: this one is past.",
    "Choose an earlier moment: this one is too far away.",
  ]);
});

it("it is said in the language of the screen", async () => {
  await chooseLanguage("nl");
  await asked(`<input name="name" required>`);
  await waitFor(() => expect(faults()).toEqual(["Vul dit in."]));
});
