import type { Cloud } from "../directory/index.ts";

/** The two kinds of policies; a person has exactly one of each (contracts.md B.3, B.4). */
export const policyKinds = ["permission", "setup"] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** Where an app comes from decides which switch, default and list of a policy are about it (contracts.md B.4). */
export const appKinds = ["microsoft", "thirdParty", "custom"] as const;
export type AppKind = (typeof appKinds)[number];

export const listTypes = ["AllowedAppList", "BlockedAppList"] as const;
export type ListType = (typeof listTypes)[number];

/**
 * What a permission policy says about one kind of apps, in Teams' own shape: an empty BlockedAppList allows all, an
 * empty AllowedAppList blocks all. An app stands there by its id in the catalogue or by its manifest's id.
 */
export interface CatalogRule {
  readonly type: ListType;
  readonly apps: readonly string[];
}

export type PermissionContent = { readonly [Kind in AppKind]: CatalogRule };

export interface SetupContent {
  /** Whether people may upload custom apps for themselves and, where the team allows it, for a team. */
  readonly allowSideLoading: boolean;
  readonly allowUserPinning: boolean;
  /** In order. */
  readonly pinnedAppBarApps: readonly string[];
  readonly pinnedMessageBarApps: readonly string[];
  /** Installed for everybody the policy covers. */
  readonly appPresetList: readonly string[];
}

/** Whether people pin apps themselves. In government clouds the setting is there and does nothing (contracts.md B.3). */
export function userPinning({ allowUserPinning }: Pick<SetupContent, "allowUserPinning">, cloud: Cloud): boolean {
  return allowUserPinning || cloud !== "worldwide";
}

export interface PolicyContents {
  readonly permission: PermissionContent;
  readonly setup: SetupContent;
}
export type PolicyContent = PolicyContents[PolicyKind];

export type Choice = "allowAll" | "allowThese" | "blockThese" | "blockAll";

/** The choice of the admin centre that a rule stands for. */
export function choiceOf({ type, apps }: CatalogRule): Choice {
  if (type === "BlockedAppList") return apps.length === 0 ? "allowAll" : "blockThese";
  return apps.length === 0 ? "blockAll" : "allowThese";
}

/** Whether a rule lets an app through. @param listed whether its list names the app. */
export function rulePasses(type: ListType, listed: boolean): boolean {
  return (type === "AllowedAppList") === listed;
}

const allowAll: CatalogRule = { type: "BlockedAppList", apps: [] };

/** What Global says until somebody edits it: everything is allowed, and nothing is pinned. */
export const globalContents: PolicyContents = {
  permission: { microsoft: allowAll, thirdParty: allowAll, custom: allowAll },
  setup: {
    allowSideLoading: true,
    allowUserPinning: true,
    pinnedAppBarApps: [],
    pinnedMessageBarApps: [],
    appPresetList: [],
  },
};

/** The default of a kind; the same id in every organisation. */
export const globalPolicyId = "00000000-0000-4000-8000-000000000001";
const firstlinePolicyId = "00000000-0000-4000-8000-000000000002";
export const globalPolicyName = "Global";

export interface BuiltInPolicy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: PolicyContent;
  readonly editable: boolean;
}

/** Policies every organisation has, without a row until somebody edits one. */
export const builtInPolicies: { readonly [Kind in PolicyKind]: readonly BuiltInPolicy[] } = {
  permission: [
    {
      id: globalPolicyId,
      name: globalPolicyName,
      description: "Holds for everybody without another policy.",
      content: globalContents.permission,
      editable: true,
    },
  ],
  setup: [
    {
      id: globalPolicyId,
      name: globalPolicyName,
      description: "Holds for everybody without another policy.",
      content: globalContents.setup,
      editable: true,
    },
    {
      id: firstlinePolicyId,
      name: "FirstlineWorker",
      description: "For people at the front line: a fixed app bar, no uploads.",
      content: { ...globalContents.setup, allowSideLoading: false, allowUserPinning: false },
      editable: false,
    },
  ],
};

export function builtIn(kind: PolicyKind, id: string): BuiltInPolicy | undefined {
  return builtInPolicies[kind].find((policy) => policy.id === id);
}

/** An app's id as policies keep and compare it. */
export function normaliseRef(ref: string): string {
  return ref.trim().toLowerCase();
}

/** Ids in order, each once. */
export function normaliseRefs(refs: readonly string[]): string[] {
  return [...new Set(refs.map(normaliseRef))];
}

export type Assignment =
  | { readonly how: "direct"; readonly policyId: string; readonly setBy: string | null; readonly setAt: Date }
  | {
      readonly how: "group";
      readonly policyId: string;
      readonly setBy: string | null;
      readonly setAt: Date;
      readonly groupId: string;
      readonly rank: number;
    }
  | { readonly how: "global"; readonly policyId: string; readonly setBy: null; readonly setAt: null };

export interface GroupAssignment {
  readonly groupId: string;
  readonly policyId: string;
  readonly rank: number;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** The one policy of a kind that holds for somebody: direct, else the group with the best rank, else Global. */
export function effectiveAssignment(
  direct: { policyId: string; setBy: string | null; setAt: Date } | undefined,
  groupIds: ReadonlySet<string>,
  groups: readonly GroupAssignment[],
): Assignment {
  if (direct !== undefined) return { how: "direct", ...direct };
  let best: GroupAssignment | undefined;
  for (const assignment of groups)
    if (groupIds.has(assignment.groupId) && (best === undefined || assignment.rank < best.rank)) best = assignment;
  if (best !== undefined) return { how: "group", ...best };
  return { how: "global", policyId: globalPolicyId, setBy: null, setAt: null };
}
