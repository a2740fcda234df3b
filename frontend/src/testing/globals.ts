import { ReadableStream, TransformStream, WritableStream } from "node:stream/web";
import { BroadcastChannel } from "node:worker_threads";

// Every browser has these; a world of jsdom's inside one thread (vite.config.ts, pool) does not, and msw asks for them.
Object.assign(globalThis, { ReadableStream, TransformStream, WritableStream, BroadcastChannel });
