import type { AccessService, GovernanceService } from "../governance/index.ts";
import type { Platform } from "../platform/platform.ts";
import { appRoutes } from "./app.routes.ts";
import { type AppService, appService, type CatalogPorts } from "./app.service.ts";
import { appRelation, silentStepRelation } from "./app.store.ts";
import { type AppQueryService, appQueryService } from "./app-query.service.ts";
import { type AppUses, appUseRoutes } from "./app-use.routes.ts";
import { customizationRoutes } from "./customization.routes.ts";
import { type CustomizationService, customizationService } from "./customization.service.ts";
import { managedAppRoutes } from "./managed-app.routes.ts";
import { type ManagedAppService, managedAppService } from "./managed-app.service.ts";
import type { CatalogNames } from "./names.ts";
import { packageIntake } from "./package-intake.service.ts";
import type { PackageReader } from "./package-reader.ts";
import { publication } from "./publication.service.ts";
import { type SideloadPorts, sideloadRoutes } from "./sideload.routes.ts";
import { type SideloadService, sideloadService } from "./sideload.service.ts";
import { submissionRoutes } from "./submission.routes.ts";
import { type SubmissionService, submissionService } from "./submission.service.ts";

export { iconAddress } from "./app.presenter.ts";
export type { AppService } from "./app.service.ts";
export type { AppRow, DefinitionRow } from "./app.store.ts";
export { type AppFilter, appFields, type DefinitionFilter, definitionFields } from "./app-query.rules.ts";
export type { AppQueryService, CatalogApp, CatalogDefinition } from "./app-query.service.ts";
export { connectorsOf } from "./definition.rules.ts";
export type { CatalogNames } from "./names.ts";
export { largestPackage, PackageReader } from "./package-reader.ts";
export type { SubmissionService } from "./submission.service.ts";

/** What set-wise queries of other areas join: apps, and ways on to newer versions. */
export const catalogRelations = { apps: appRelation, silentSteps: silentStepRelation };

export interface Catalog {
  readonly apps: AppService;
  readonly submissions: SubmissionService;
  readonly managedApps: ManagedAppService;
  readonly customizations: CustomizationService;
  readonly queries: AppQueryService;
  readonly uploads: SideloadService;
}

/** Apps, their versions, packages and pictures; who submits them, and what administrators make of it. */
export function createCatalog(
  platform: Pick<Platform, "database">,
  { governance, access }: { governance: GovernanceService; access: AccessService },
  reader: PackageReader,
  ports: CatalogPorts,
): Catalog {
  const intake = packageIntake(governance, reader);
  const publishing = publication(governance, ports);
  return {
    apps: appService(platform, access, intake, publishing, ports),
    submissions: submissionService(platform, intake, publishing, ports.appRemoved),
    managedApps: managedAppService(platform, access, reader),
    customizations: customizationService(platform),
    queries: appQueryService(platform, access),
    uploads: sideloadService(platform, access, intake, publishing, ports.appRemoved),
  };
}

export function catalogRoutes(
  catalog: Catalog,
  access: AccessService,
  names: CatalogNames,
  uses: AppUses,
  places: Pick<SideloadPorts, "installedIn" | "teams">,
) {
  return {
    uploads: sideloadRoutes(catalog.uploads, {
      ...places,
      statuses: async (tenantId, apps) => await access.statuses(tenantId, apps),
      names: async (tenantId, ids) => await names.people(tenantId, ids),
    }),
    managed: managedAppRoutes(catalog.managedApps, names),
    customizations: customizationRoutes(catalog.customizations, names),
    uses: appUseRoutes(catalog.apps, uses, names),
    submissions: submissionRoutes(catalog.submissions, names),
    apps: appRoutes(catalog.apps, {
      statuses: async (tenantId, apps) => await access.statuses(tenantId, apps),
      mayUse: async (tenantId, personId, app) => (await access.explain(tenantId, personId, app)).allowed,
      names: async (tenantId, ids) => new Map(await names.people(tenantId, ids)),
    }),
  };
}
