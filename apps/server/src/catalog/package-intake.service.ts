import type { Language } from "@parvis/manifest";
import type { GovernanceService } from "../governance/index.ts";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import { insertDefinition } from "./app.store.ts";
import { putContent } from "./content.store.ts";
import { summarise } from "./definition.rules.ts";
import type { PackageReader, PackageVerdict } from "./package-reader.ts";

/** A valid package, taken apart. */
export interface ReadPackage {
  readonly externalId: string;
  readonly version: string;
  readonly manifest: NonNullable<PackageVerdict["manifest"]>;
  readonly verdict: PackageVerdict;
  readonly bytes: Uint8Array;
}

export type PackageIntake = ReturnType<typeof packageIntake>;

/** The way in that every package takes, whoever brings it. */
export function packageIntake(governance: Pick<GovernanceService, "settings">, reader: Pick<PackageReader, "read">) {
  return {
    /** @throws ParvisError access/denied, package/refused with every finding at once */
    async read(tenantId: string, bytes: Uint8Array, language: Language): Promise<ReadPackage> {
      const { allowCustomApps } = await governance.settings(tenantId);
      if (!allowCustomApps) {
        throw new ParvisError("access/denied", {
          detail: "Custom apps are switched off for the organisation, so none can be uploaded.",
        });
      }
      const verdict = await reader.read(bytes, language);
      const { valid, findings, manifest, externalId, version } = verdict;
      if (!valid || manifest === null || externalId === null || version === null) {
        const errors = findings.filter((finding) => finding.severity === "error").length;
        throw new ParvisError("package/refused", {
          detail: `The package has ${errors} ${errors === 1 ? "error" : "errors"}; nothing was stored. Each finding says how to fix it.`,
          extra: { findings },
        });
      }
      return { externalId, version, manifest, verdict, bytes };
    },

    /** Writes package, pictures and definition. @returns the definition's id */
    async store(
      tx: Sql,
      origin: Origin,
      appId: string,
      read: ReadPackage,
      publishingState: "submitted" | "published",
    ): Promise<string> {
      const { tenantId } = origin;
      const { color, outline } = read.verdict;
      if (color === undefined || outline === undefined) throw new Error("A valid package has both icons.");
      const definition = {
        id: newId(),
        appId,
        version: read.version,
        manifest: read.manifest,
        ...summarise(read.manifest),
        packageSha256: Buffer.from(read.verdict.packageSha256),
        colorIcon: Buffer.from(color.sha256),
        outlineIcon: Buffer.from(outline.sha256),
        createdBy: authorOf(origin),
        publishingState,
      };
      await putContent(tx, tenantId, definition.packageSha256, "application/zip", read.bytes);
      await putContent(tx, tenantId, definition.colorIcon, "image/png", color.bytes);
      await putContent(tx, tenantId, definition.outlineIcon, "image/png", outline.bytes);
      await insertDefinition(tx, tenantId, definition);
      return definition.id;
    },
  };
}
