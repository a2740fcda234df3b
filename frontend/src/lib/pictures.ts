import type { Attachment } from "../types/api.ts";

const shown = /^image\/(png|jpeg|gif|webp)$/;
/** Smaller ones are the signs of signatures; they are seen where the mail is shown as it was sent. */
const worthSeeing = 8_000;

/** Whether a browser may show it in our page. */
export function isPicture(file: Attachment): boolean {
  return shown.test(file.type) && file.url !== "" && file.scanState !== "infected";
}

export type SortedFiles = {
  /** To be listed with the words. */
  beside: Attachment[];
  /** To be listed with the quoted history, once that is opened. */
  quoted: Attachment[];
};

/** Where the files of an entry are listed; a picture that the HTML shows is not listed again while the HTML is shown. */
export function sortFiles(files: Attachment[], asSent: boolean): SortedFiles {
  const within = (file: Attachment) => file.place === "within" && isPicture(file);
  const beside = files.filter(
    (file) => file.place !== "quoted" && !(within(file) && (asSent || file.size < worthSeeing)),
  );
  return { beside, quoted: files.filter((file) => file.place === "quoted") };
}

/** The pictures an HTML mail may show from its own parts: content id to address. */
export function ownPictures(files: Attachment[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap((file) => (file.contentId && isPicture(file) ? [[file.contentId, file.url]] : [])));
}
