import type { components } from "./generated.ts";

type Api = components["schemas"];

/** A promise to a customer, as the API gives it. */
export type PromiseRecord = Api["PromiseView"];
export type PromiseState = PromiseRecord["state"];

/** What a row tells of the earliest promise that is open in its topic. */
export type PromiseMark = Api["PromiseMark"];

export type PromiseWords = Api["PromiseDraft"];
export type NewPromise = Api["NewPromiseRequest"];

export type PromiseWay = Api["PromiseWay"];
export type PromisePreview = Api["PromisePreview"];
/** When we are there, of the time a ruler shows. */
export type OpenSpan = PromisePreview["open"][number];

export type MomentRead = Api["MomentView"];

/** Which promises a list shows. */
export const promiseShows = ["mine", "due", "waits", "late", "all"] as const;
export type PromiseShow = (typeof promiseShows)[number];
/** A list of promises, as the inbox's address names it. */
export type PromisesView = `promises:${PromiseShow}`;
export type PromisePage = Api["PromisePage"];
export type PromiseCounts = Api["PromiseCounts"];
/** Whose: one person's, one queue's; everything one may see if neither is chosen. */
export type PromiseFilter = { owner: string | null; queue: string | null };

/** A question to somebody without a seat, on which a promise depends. */
export type ColleagueRequest = Api["ColleagueRequestView"];
export type NewColleagueRequest = Api["NewColleagueRequest"];

/** What a house usually promises to do, in each language. */
export type PromiseActions = Api["PromiseActions"];

/** How promises were kept between two days. */
export type PromiseFigures = Api["FiguresView"];
export type PromiseSums = PromiseFigures["total"];
