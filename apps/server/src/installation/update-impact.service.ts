import {
  type ConsentReason,
  comparePackages,
  consentNeeded,
  type Language,
  type TeamsManifest,
} from "@parvis/manifest";
import type { AppService } from "../catalog/index.ts";
import type { AccessService, GovernanceService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { listOrganisationConsents } from "./consent.store.ts";
import { effectiveDefinition, type Step } from "./effective-definition.rules.ts";
import { countByDefinition, listDefinitionsInUse } from "./installation.store.ts";

/** What becomes of the installations that stand on one version. */
export interface VersionImpact {
  readonly version: string;
  readonly installations: number;
  /** False: they run the new version from the moment it is published. */
  readonly mustAccept: boolean;
  /** They would have to accept, but the organisation's consent leads on without. */
  readonly covered: boolean;
  readonly reasons: ConsentReason[];
}

export type UpdateImpactService = ReturnType<typeof updateImpactService>;

/** Stands for the version that is not published yet. */
const notYetPublished = "ffffffff-ffff-7fff-bfff-ffffffffffff";

/** What publishing a version would do, before it is done: counted by version in use, whatever the number of installations. */
export function updateImpactService(
  { database }: Pick<Platform, "database">,
  apps: Pick<AppService, "get" | "preview" | "definitions" | "definition" | "transitions">,
  governance: Pick<GovernanceService, "settings">,
  access: Pick<AccessService, "require">,
) {
  async function impactOf(tenantId: string, appId: string, manifest: TeamsManifest, language: Language) {
    const [{ consentRules }, counts, inUse, steps, consents] = await Promise.all([
      governance.settings(tenantId),
      countByDefinition(database.sql, tenantId, appId),
      listDefinitionsInUse(database.sql, tenantId, appId),
      apps.transitions(tenantId, [appId]),
      listOrganisationConsents(database.sql, tenantId, [appId]),
    ]);
    const definitions = await apps.definitions(tenantId, inUse);
    const verdicts = new Map(
      [...definitions.values()].map(
        (from) => [from.id, consentNeeded(consentRules, from.manifest, manifest, language)] as const,
      ),
    );
    const next: Step[] = [...verdicts].map(([fromDefinitionId, { required, reasons }]) => ({
      fromDefinitionId,
      toDefinitionId: notYetPublished,
      consentRequired: required,
      reasons,
      publishedAt: new Date(),
    }));
    const agreed = consents.map((consent) => consent.definitionId);
    const byVersion: VersionImpact[] = counts.map(({ definitionId, count }) => {
      const verdict = verdicts.get(definitionId);
      const runs = effectiveDefinition(definitionId, agreed, notYetPublished, [...steps, ...next]);
      const mustAccept = runs.definitionId !== notYetPublished;
      const asks = verdict?.required ?? true;
      return {
        version: definitions.get(definitionId)?.version ?? "",
        installations: count,
        mustAccept,
        covered: asks && !mustAccept,
        reasons: asks ? (verdict?.reasons ?? []) : [],
      };
    });
    const sum = (which: (one: VersionImpact) => boolean) =>
      byVersion.filter(which).reduce((total, one) => total + one.installations, 0);
    return {
      ruleSet: consentRules,
      installations: sum(() => true),
      silent: sum(({ mustAccept }) => !mustAccept),
      mustAccept: sum(({ mustAccept }) => mustAccept),
      byVersion,
    };
  }

  /** What differs; null where something was not there. */
  async function changes(from: TeamsManifest, to: TeamsManifest) {
    const compared = await comparePackages({ manifest: from }, { manifest: to });
    return compared.changes.map(({ before = null, after = null, ...change }) => ({ ...change, before, after }));
  }

  return {
    /** @throws ParvisError package/refused, app/not-found, app/other-id, app/version-not-higher, as publishing does. */
    async ofPackage(tenantId: string, appId: string, bytes: Uint8Array, language: Language) {
      const { app, version, manifest } = await apps.preview(tenantId, appId, bytes, language);
      const current = await apps.definition(tenantId, app.definitionId);
      return {
        appId,
        from: app.version,
        version,
        ...(await impactOf(tenantId, appId, manifest, language)),
        changes: await changes(current.manifest, manifest),
      };
    },

    /** Of a version that waits to be published. @throws ParvisError app/not-found */
    async ofDefinition(tenantId: string, appId: string, definitionId: string, language: Language) {
      const app = await apps.get(tenantId, appId);
      const found = await apps.definitions(tenantId, [definitionId, app.definitionId]);
      const [definition, current] = [found.get(definitionId), found.get(app.definitionId)];
      if (definition === undefined || current === undefined || definition.appId !== appId)
        throw new ParvisError("app/not-found", { detail: "The app has no such version." });
      return {
        appId,
        from: app.version,
        version: definition.version,
        ...(await impactOf(tenantId, appId, definition.manifest, language)),
        changes: await changes(current.manifest, definition.manifest),
      };
    },

    /** For whoever may use the app. @throws ParvisError app/not-found, access/app-not-available */
    async changesFrom(tenantId: string, personId: string, appId: string, fromId: string, language: Language) {
      const app = await apps.get(tenantId, appId);
      await access.require(tenantId, personId, app);
      const [{ consentRules }, found] = await Promise.all([
        governance.settings(tenantId),
        apps.definitions(tenantId, [fromId, app.definitionId]),
      ]);
      const [from, to] = [found.get(fromId), found.get(app.definitionId)];
      if (from === undefined || to === undefined || from.appId !== appId)
        throw new ParvisError("app/not-found", { detail: "The app has no such version." });
      const { required, reasons } = consentNeeded(consentRules, from.manifest, to.manifest, language);
      return {
        from: from.version,
        to: to.version,
        ruleSet: consentRules,
        consentRequired: required,
        reasons,
        changes: await changes(from.manifest, to.manifest),
      };
    },
  };
}
