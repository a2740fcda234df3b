import { DetailsForm } from "./details-form";
import { FileList } from "./file-list";
import { Invitation } from "./invitation";
import css from "./more.css?inline";
import { Offered } from "./offered";
import { ProofLine } from "./proof-line";
import { Way } from "./way";

/** What a visitor sees who has written, adds a file, proves an address, goes on elsewhere, may, or is invited: a second script, `widget/more.js`. */
export const more = { css, DetailsForm, FileList, Invitation, Offered, ProofLine, Way };

export type More = typeof more;
