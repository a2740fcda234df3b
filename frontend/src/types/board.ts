import type { components } from "./generated.ts";

type Api = components["schemas"];

/** How the queues somebody watches over stand at one moment. */
export type Board = Api["Board"];
export type BoardPage = Api["BoardPage"];
export type QueueLine = Api["QueueLine"];
export type LongestWait = Api["Longest"];
/** How busy somebody is, in whatever queue; what they have is told of one's own queues, and of others only that there is more. */
export type PersonLine = Api["PersonLine"];
export type Risk = Api["Risk"];
export type PromisesAhead = Api["Ahead"];
export type Promised = Api["Promised"];
