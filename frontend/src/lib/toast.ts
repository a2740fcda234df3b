import { createStore } from "./store.ts";

type ToastAction = { text: string; run: () => void };

/** What was just done, and what can be done about it for a moment; the first action has a key. */
export type Toast = { text: string; actions: ToastAction[]; number: number };

export const toast = createStore<Toast | null>(null);

export function showToast(text: string, actions: ToastAction[] = []): void {
  toast.update((now) => ({ text, actions, number: (now?.number ?? 0) + 1 }));
}
