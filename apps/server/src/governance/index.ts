import type { Cloud, GroupChanges, GroupPorts } from "../directory/index.ts";
import type { Database, Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import type { EventFeed } from "../platform/events/event-feed.ts";
import type { Platform } from "../platform/platform.ts";
import { accessRoutes } from "./access.routes.ts";
import { type AccessService, accessService } from "./access.service.ts";
import { type AppRuleService, appRuleService } from "./app-rule.service.ts";
import { assignmentRoutes } from "./assignment.routes.ts";
import { type AssignmentService, assignmentService } from "./assignment.service.ts";
import { type AssignmentFileService, assignmentFileService } from "./assignment-file.service.ts";
import { findGroupsByRef, findPeopleByRef } from "./find-subjects.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import { governanceRoutes } from "./governance.routes.ts";
import { type GovernanceService, governanceService } from "./governance.service.ts";
import { impactRoutes } from "./impact.routes.ts";
import { type ImpactService, impactService } from "./impact.service.ts";
import { policyRoutes } from "./policy.routes.ts";
import { type PolicyService, policyService } from "./policy.service.ts";
import { type PolicyFileService, policyFileService } from "./policy-file.service.ts";
import { PolicyMemory } from "./policy-memory.ts";
import { requestRoutes } from "./request.routes.ts";
import { type RequestService, requestService, settleRequests } from "./request.service.ts";

export type { AppStatus } from "./access.rules.ts";
export type { AccessService } from "./access.service.ts";
export type { GovernancePorts } from "./governance.ports.ts";
export type { GovernanceService } from "./governance.service.ts";
export { policiesSection, settingsSection } from "./policy-file.schema.ts";
export type { OrganisationSettings } from "./settings.rules.ts";

/** Inside a transaction nothing is remembered: it sees what nobody else does. */
const deafFeed = { listening: false, subscribe: () => () => undefined };

type GovernancePlatform = Pick<Platform, "database"> & { feed: Pick<EventFeed, "listening" | "subscribe"> };

export interface Governance {
  readonly governance: GovernanceService;
  readonly access: AccessService;
  readonly appRules: AppRuleService;
  readonly policies: PolicyService;
  readonly assignments: AssignmentService;
  readonly files: AssignmentFileService;
  readonly requests: RequestService;
  readonly impact: ImpactService;
  /** The same services inside a transaction that somebody else ends. */
  within(database: Database, cloudOf?: (tenantId: string) => Promise<Cloud>): Governance;
  readonly file: PolicyFileService;
  /** After a batch has committed: what was remembered here is older than it. */
  forget(tenantId: string): void;
  /** After a batch has committed: whoever on this node listens for settings is told. */
  settingsChanged(tenantId: string): void;
  /** For the catalogue, inside the transaction that removes an app. */
  appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void>;
  /** For the directory, inside the transactions that change groups. */
  readonly groups: GroupPorts;
  /** The directory's commands about groups, where these services are. */
  readonly groupChanges: GroupChanges;
  close(): void;
}

/** Settings, policies, and who may use which app by them. */
export function createGovernance(
  platform: GovernancePlatform,
  cloudOf: (tenantId: string) => Promise<Cloud>,
  ports: GovernancePorts,
): Governance {
  const memory: PolicyMemory = new PolicyMemory(platform.database, platform.feed, {
    settings: async (tenantId, sql) => await governance.settingsInForce(tenantId, sql),
    groupsOf: async (tenantId, personId, sql) => await ports.groupsOf(tenantId, personId, sql),
  });
  const governance = governanceService(platform, cloudOf, memory);
  const access = accessService(platform, memory, cloudOf, ports);
  const sources = { settings: governance.settingsInForce };
  const appRules = appRuleService(platform, memory, sources, {
    subjects: async (sql, tenantId, { people, groups }) => [
      ...(await findPeopleByRef(ports, tenantId, people, sql)).map(({ id, displayName }) => ({
        kind: "person" as const,
        id,
        displayName,
      })),
      ...(await findGroupsByRef(ports, tenantId, groups, sql)).map(({ id, displayName }) => ({
        kind: "group" as const,
        id,
        displayName,
      })),
    ],
    opened: async (tx, origin, apps) => {
      for (const app of apps) await settleRequests(tx, origin, app, memory, ports.relations);
    },
  });
  const policies = policyService(platform, memory, ports);
  const assignments = assignmentService(platform, memory, policies, ports);
  const requests = requestService(platform, memory, access, appRules, ports.relations);
  const files = assignmentFileService(platform, memory, policies, ports);
  const within = (database: Database, cloud = cloudOf) =>
    createGovernance({ ...platform, database, feed: deafFeed }, cloud, ports);

  const groups: GroupPorts = {
    membershipChanged: async (tx, tenantId) => void (await memory.changing(tx, tenantId)),
    groupRemoved: async (tx, tenantId, group) => {
      const usedBy = await assignments.usesOfGroup(tx, tenantId, group.id);
      if (usedBy.policies.length + usedBy.apps === 0) return;
      const named = usedBy.policies.map(({ name }) => name);
      throw new ParvisError("group/in-use", {
        detail: `${group.displayName} still has ${[...named, ...(usedBy.apps > 0 ? [`${usedBy.apps} ${usedBy.apps === 1 ? "app that is" : "apps that are"} for it`] : [])].join(", ")}. Take that away first.`,
        extra: { usedBy },
      });
    },
  };

  return {
    file: policyFileService(platform, memory, { governance, policies, appRules }, ports),
    files,
    within,
    impact: impactService(platform, (database) => within(database), ports),
    settingsChanged: (tenantId: string) => governance.settingsChanged(tenantId),
    forget: (tenantId: string) => memory.forget(tenantId),
    governance,
    access,
    appRules,
    policies,
    assignments,
    requests,
    appRemoved: async (tx: Sql, tenantId: string, appId: string) => {
      await appRules.appRemoved(tx, tenantId, appId);
      await requests.appRemoved(tx, tenantId, appId);
    },
    groups,
    groupChanges: ports.groupChanges(platform.database, groups),
    close: () => memory.close(),
  };
}

export function createGovernanceRoutes(made: Governance, ports: GovernancePorts) {
  return {
    settings: governanceRoutes(made.governance, made.appRules, ports),
    access: accessRoutes(made.access, ports),
    policies: policyRoutes(made.policies, ports),
    assignments: assignmentRoutes(made.assignments, made.policies, ports),
    requests: requestRoutes(made.requests, ports),
    impact: impactRoutes(made.impact, made.files),
  };
}
