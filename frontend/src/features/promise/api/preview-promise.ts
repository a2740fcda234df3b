import { request } from "../../../lib/http.ts";
import type { PromisePreview, PromiseWords } from "../../../types/promise.ts";

export function previewPromise(conversation: string, words: PromiseWords): Promise<PromisePreview> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/promises/preview`, words);
}
