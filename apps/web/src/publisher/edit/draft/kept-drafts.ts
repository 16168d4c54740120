import type { Draft } from "../../desk.ts";

/** A draft as this browser keeps it, so that a reload or a closed tab loses nothing. It is sent nowhere. */
export interface KeptDraft {
  readonly id: string;
  /** Whose it is: browsers are shared. */
  readonly personId: string;
  readonly draft: Draft;
  /** The text as it was opened or last downloaded. */
  readonly saved: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

const database = "parvis-publisher";
const store = "drafts";
/** Longer than this nobody remembers what it was. */
const keptMilliseconds = 30 * 24 * 3_600_000;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: "id" });
  const opened = await settled(opening);
  try {
    const transaction = opened.transaction(store, mode);
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await settled(act(transaction.objectStore(store)));
    await committed;
    return result;
  } finally {
    opened.close();
  }
}

/** @throws when the browser keeps nothing: storage is full, or closed by a policy. */
export async function keepDraft(kept: KeptDraft): Promise<void> {
  await inStore("readwrite", (drafts) => drafts.put(kept));
}

/** The drafts of a person, newest first; none where the browser keeps nothing. Those of long ago are removed. */
export async function keptDrafts(personId: string): Promise<KeptDraft[]> {
  try {
    const all = await inStore("readonly", (drafts): IDBRequest<KeptDraft[]> => drafts.getAll());
    const oldest = Date.now() - keptMilliseconds;
    for (const { id } of all.filter(({ changedAt }) => changedAt < oldest)) await forgetDraft(id);
    return all
      .filter((kept) => kept.personId === personId && kept.changedAt >= oldest)
      .sort((a, b) => b.changedAt - a.changedAt);
  } catch {
    return [];
  }
}

export async function forgetDraft(id: string): Promise<void> {
  await inStore("readwrite", (drafts) => drafts.delete(id));
}

const tabKey = "parvis.publisher.draft";

/** The draft that this tab has open; a reload opens it again. */
export function draftOfTab(): string | undefined {
  try {
    return sessionStorage.getItem(tabKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function setDraftOfTab(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(tabKey);
    else sessionStorage.setItem(tabKey, id);
  } catch {
    // Then a reload asks which draft to go on with.
  }
}
