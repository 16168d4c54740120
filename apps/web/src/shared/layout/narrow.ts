import { useSyncExternalStore } from "react";

const condition = "(max-width: 719px)";

/** Styles for a phone: one thing at a time, navigation at the bottom. */
export const narrow = `@media ${condition}`;

const query = globalThis.window?.matchMedia(condition);

function subscribe(listener: () => void): () => void {
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/** Whether the screen is that narrow; for what styles alone cannot do. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query?.matches ?? false);
}
