import type { z } from "@hono/zod-openapi";
import { type Language, wordReasons } from "@parvis/manifest";
import { type AppService, iconAddress } from "../catalog/index.ts";
import type { PersonService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type * as schema from "./installation.schema.ts";
import type { RunningInstallation } from "./installation.service.ts";

/** Who asks, and in which words. */
export interface Reader {
  readonly language: Language;
  readonly mayManage: (row: RunningInstallation) => boolean;
}

/** Installations of teams and chats. */
export function installationPresenter(apps: Pick<AppService, "definitions">, people: Pick<PersonService, "names">) {
  async function present(
    tenantId: string,
    rows: readonly RunningInstallation[],
    { language, mayManage }: Reader,
  ): Promise<z.infer<typeof schema.installation>[]> {
    const [definitions, names] = await Promise.all([
      apps.definitions(
        tenantId,
        rows.map((row) => row.effective.definitionId),
      ),
      people.names(
        tenantId,
        rows.flatMap((row) => row.installedBy ?? []),
      ),
    ]);
    return rows.map((row) => {
      const { pending } = row.effective;
      return {
        id: row.id,
        teamId: row.scope === "team" ? row.targetId : null,
        chatId: row.scope === "chat" ? row.targetId : null,
        app: {
          id: row.app.id,
          displayName: row.app.displayName,
          publisherName: row.app.publisherName,
          icon: iconAddress(row.app.colorIcon),
        },
        definitionId: row.effective.definitionId,
        version: definitions.get(row.effective.definitionId)?.version ?? row.app.version,
        update:
          pending === undefined
            ? null
            : {
                definitionId: pending.definitionId,
                version: row.app.version,
                reasons: wordReasons(pending.reasons, language),
              },
        consentWithdrawn: row.stopped,
        installedBy: row.installedBy === null ? null : (names.get(row.installedBy) ?? null),
        installedAt: row.installedAt.toISOString(),
        mayManage: mayManage(row),
      };
    });
  }

  return {
    present,

    /** @throws ParvisError installation/not-found when its app is gone. */
    async presentOne(tenantId: string, row: RunningInstallation, reader: Reader) {
      const [one] = await present(tenantId, [row], reader);
      if (one === undefined) throw new ParvisError("installation/not-found");
      return one;
    },
  };
}
