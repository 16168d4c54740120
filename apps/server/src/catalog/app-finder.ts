import type { AccessService } from "../governance/index.ts";
import type { Platform } from "../platform/platform.ts";
import { type AppPage, type AppRow, listApps } from "./app.store.ts";
import { askedKeys } from "./app-search.rules.ts";

export interface FoundApps {
  readonly rows: readonly AppRow[];
  /** Nothing is called what was looked for: these come close. */
  readonly approximate: boolean;
}

/** The organisation's catalogue as a person sees it: only apps that they may use, by name. */
export function appFinder({ database }: Pick<Platform, "database">, access: Pick<AccessService, "visible">) {
  return {
    /** What is called as asked; when nothing is, what differs by a letter a word. */
    async find(tenantId: string, personId: string, page: Omit<AppPage, "visible" | "near">): Promise<FoundApps> {
      const visible = await access.visible(tenantId, personId);
      const wanted = { ...page, uploadedFor: null, visible };
      const rows = await listApps(database.sql, tenantId, wanted);
      const near = rows.length === 0 && page.search !== undefined ? askedKeys(page.search) : [];
      if (near.length === 0) return { rows, approximate: false };
      const close = await listApps(database.sql, tenantId, { ...wanted, search: undefined, near });
      return { rows: close, approximate: close.length > 0 };
    },
  };
}
