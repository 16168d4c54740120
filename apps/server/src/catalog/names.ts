/** Names of those who did something, and of where; of the directory. */
export interface CatalogNames {
  /** Of people and applications. */
  people(tenantId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>>;
  teams(tenantId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>>;
  /** Topics of chats; empty for none. */
  chats(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Somebody by id, with their name; who is gone keeps the id. */
export function nameIn(
  names: ReadonlyMap<string, string>,
  id: string | null,
): { id: string; displayName: string } | null {
  return id === null ? null : { id, displayName: names.get(id) ?? id };
}
