import { expect, it } from "vitest";
import type { Attachment } from "../types/api.ts";
import { ownPictures, sortFiles } from "./pictures.ts";

const file = (id: string, part: Partial<Attachment> = {}): Attachment => ({
  id,
  name: id,
  type: "image/png",
  size: 40_000,
  url: `/files/${id}`,
  contentId: `${id}@mail`,
  place: "beside",
  scanState: "unscanned",
  ...part,
});

const photo = file("photo", { place: "within" });
const icon = file("icon", { place: "within", size: 900 });
const drawing = file("drawing", { place: "within", type: "image/svg+xml" });
const logo = file("logo", { place: "quoted" });
const invoice = file("invoice", { type: "application/pdf", contentId: null });
const all = [photo, icon, drawing, logo, invoice];

it("a picture within the mail is listed with the text, and not again where the mail shows it", () => {
  expect(sortFiles(all, false).beside).toEqual([photo, drawing, invoice]);
  expect(sortFiles(all, true).beside).toEqual([drawing, invoice]);
});

it("a picture of the history waits with it", () => {
  expect(sortFiles(all, false).quoted).toEqual([logo]);
});

it("only what a browser may show is shown by its content id", () => {
  expect([...ownPictures(all)]).toEqual([
    ["photo@mail", "/files/photo"],
    ["icon@mail", "/files/icon"],
    ["logo@mail", "/files/logo"],
  ]);
});
