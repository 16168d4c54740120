import type { GroupChanges } from "../directory/index.ts";
import type { Database } from "../platform/database/database.ts";
import { rehearse } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import type { SetStatus } from "./access.rules.ts";
import type { AppRuleService, WantedAvailability } from "./app-rule.service.ts";
import type { AssignmentService } from "./assignment.service.ts";
import type { AssignmentFileService } from "./assignment-file.service.ts";
import { findGroupsByRef } from "./find-subjects.ts";
import type { CatalogApp, GovernancePorts } from "./governance.ports.ts";
import type { GovernanceService, SettingsChange } from "./governance.service.ts";
import { type AppImpact, appsForSome, measureImpact } from "./impact.rules.ts";
import * as store from "./impact.store.ts";
import type { PolicyContent, PolicyKind } from "./policy.rules.ts";
import type { PolicyService } from "./policy.service.ts";

/** A change that somebody thinks about. */
export type ConsideredChange =
  | { readonly change: "settings"; readonly settings: SettingsChange }
  | { readonly change: "policy"; readonly kind: PolicyKind; readonly policyId: string; readonly content: PolicyContent }
  | {
      readonly change: "assignPeople";
      readonly kind: PolicyKind;
      readonly people: readonly string[];
      readonly policyId: string | null;
    }
  | {
      readonly change: "assignGroup";
      readonly kind: PolicyKind;
      readonly group: string;
      readonly policyId: string | null;
      readonly rank?: number | undefined;
    }
  | { readonly change: "orderGroups"; readonly kind: PolicyKind; readonly groups: readonly string[] }
  | { readonly change: "status"; readonly apps: readonly string[]; readonly status: SetStatus }
  | ({ readonly change: "availability"; readonly appId: string } & WantedAvailability)
  | {
      readonly change: "joinGroup" | "leaveGroup";
      readonly group: string;
      readonly people: readonly string[];
      readonly groups: readonly string[];
    }
  | { readonly change: "deleteGroup"; readonly group: string };

/** The group whose members a change would move, if it would. */
function movedGroup(change: ConsideredChange): string | undefined {
  switch (change.change) {
    case "joinGroup":
    case "leaveGroup":
    case "deleteGroup":
      return change.group;
    default:
      return undefined;
  }
}

/** The services that make changes, on a handle of somebody's choice. */
export interface ChangeParts {
  readonly governance: GovernanceService;
  readonly appRules: AppRuleService;
  readonly policies: PolicyService;
  readonly assignments: AssignmentService;
  readonly files: AssignmentFileService;
  readonly groupChanges: GroupChanges;
}

export interface Impact {
  /** Those with the most people first, at most a hundred. */
  readonly apps: readonly (AppImpact & { readonly app: CatalogApp })[];
  readonly appsGained: number;
  readonly appsLost: number;
}

const mostShown = 100;

export type ImpactService = ReturnType<typeof impactService>;

/** What if? How many people would gain or lose which apps by a change, before it is made. */
export function impactService(
  { database }: Pick<Platform, "database">,
  partsOn: (within: Database) => ChangeParts,
  ports: GovernancePorts,
) {
  /** Makes the change as saving it does. @throws what saving it would */
  async function make(parts: ChangeParts, origin: Origin, wanted: ConsideredChange): Promise<unknown> {
    const { tenantId } = origin;
    switch (wanted.change) {
      case "settings":
        return await parts.governance.changeSettings(origin, wanted.settings);
      case "policy":
        return await parts.policies.change(origin, wanted.kind, wanted.policyId, { content: wanted.content });
      case "assignPeople":
        return await parts.assignments.assignPeople(origin, wanted.kind, wanted.people, wanted.policyId);
      case "assignGroup":
        if (wanted.policyId === null) return await parts.assignments.unassignGroup(origin, wanted.kind, wanted.group);
        return await parts.assignments.assignGroup(origin, wanted.kind, wanted.group, wanted.policyId, wanted.rank);
      case "orderGroups":
        return await parts.assignments.orderGroups(origin, wanted.kind, wanted.groups);
      case "status": {
        const apps = await Promise.all(wanted.apps.map(async (id) => await ports.app(tenantId, id)));
        return await parts.appRules.setStatus(origin, apps, wanted.status);
      }
      case "availability": {
        const app = await ports.app(tenantId, wanted.appId);
        return await parts.appRules.setAvailability(origin, app, wanted);
      }
      case "joinGroup":
        return await parts.groupChanges.join(origin, await groupNamed(tenantId, wanted.group), wanted);
      case "leaveGroup":
        return await parts.groupChanges.leave(origin, await groupNamed(tenantId, wanted.group), wanted);
      case "deleteGroup":
        return await parts.groupChanges.remove(origin, await groupNamed(tenantId, wanted.group));
    }
  }

  /** @param ref a group's id or name. @throws ParvisError group/not-found */
  async function groupNamed(tenantId: string, ref: string): Promise<string> {
    const [found] = await findGroupsByRef(ports, tenantId, [ref]);
    return found?.id ?? ref;
  }

  return {
    make,

    /**
     * Rehearses a change: the very commands that saving runs, in a transaction that is rolled back.
     * @param groupId the group whose members it changes, if it does. @throws what saving it would
     */
    async whatIf(origin: Origin, change: (parts: ChangeParts) => Promise<unknown>, groupId?: string): Promise<Impact> {
      const { tenantId } = origin;
      return await rehearse(database, async (within) => {
        const parts = partsOn(within);
        const state = async () => ({
          settings: await parts.governance.settingsInForce(tenantId, within.sql),
          rules: await store.listAllAppRules(within.sql, tenantId),
          policies: await store.listAllVerdicts(within.sql, tenantId),
        });
        const apps = await ports.governedApps(tenantId, within.sql);
        const before = await state();
        const moving = groupId === undefined ? [] : [groupId, ...(await parts.groupChanges.above(tenantId, groupId))];
        await store.keepBefore(within.sql, tenantId, before.settings, moving, ports.relations);
        await change(parts);
        const after = await state();
        const cells = await store.listCells(within.sql, tenantId, after.settings, ports.relations);
        const some = appsForSome(apps, before, after);
        const shares = await store.listShares(within.sql, tenantId, some, moving, ports.relations);
        const impact = measureImpact(apps, before, after, cells, shares);
        const shown = impact.toSorted((a, b) => b.gain + b.lose - (a.gain + a.lose)).slice(0, mostShown);
        const known = await ports.appsByRef(
          tenantId,
          shown.map(({ appId }) => appId),
          within.sql,
        );
        const byId = new Map(known.map((app) => [app.id, app]));
        return {
          apps: shown.flatMap((one) => {
            const app = byId.get(one.appId);
            return app === undefined ? [] : [{ ...one, app }];
          }),
          appsGained: impact.filter(({ gain }) => gain > 0).length,
          appsLost: impact.filter(({ lose }) => lose > 0).length,
        };
      });
    },

    /** As {@link whatIf}, for one of the changes the API knows. */
    async consider(origin: Origin, change: ConsideredChange): Promise<Impact> {
      const moved = movedGroup(change);
      const groupId = moved === undefined ? undefined : await groupNamed(origin.tenantId, moved);
      return await this.whatIf(origin, async (parts) => await make(parts, origin, change), groupId);
    },
  };
}
