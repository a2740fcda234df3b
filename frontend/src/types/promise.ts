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

export type MomentRead = Api["MomentView"];
