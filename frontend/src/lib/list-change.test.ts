import { expect, it } from "vitest";
import { changed, listChange, noChange } from "./list-change.ts";

it("what was put in and taken out is the same again in a list that changed meanwhile", () => {
  const change = listChange(["lotte", "bram"], ["lotte", "fatima"]);
  expect(changed(["lotte", "bram"], change)).toEqual(["lotte", "fatima"]);
  expect(changed(["lotte", "bram", "inge"], change)).toEqual(["lotte", "inge", "fatima"]);
  expect(changed(["lotte", "fatima"], change)).toEqual(["lotte", "fatima"]);
});

it("what was put in and taken out again is no change", () => {
  expect(listChange(["lotte"], ["lotte"])).toEqual(noChange);
});
