/**
 * What this browser remembers for the person: a convenience, never the only copy of anything. Storage may be closed
 * (private windows, policies) or full; then things are simply not remembered.
 */
const prefix = "parvis.";

export function remembered(key: string): string | undefined {
  try {
    return globalThis.localStorage?.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param value undefined forgets it. */
export function rememberForever(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Not remembered.
  }
}

/** Calls back when another tab remembers something else. @returns the way to stop. */
export function onRememberedElsewhere(key: string, changed: (value: string | undefined) => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === prefix + key) changed(event.newValue ?? undefined);
  };
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
