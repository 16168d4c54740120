import type { Cloud } from "../directory/index.ts";
import type { AppColumns, AppCondition, AppFacts } from "../platform/database/app-condition.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import {
  type AccessDecision,
  type AppStatus,
  decideAccess,
  type GovernedApp,
  isOfOthers,
  shownStatus,
} from "./access.rules.ts";
import { listAppRules } from "./app-rule.store.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import { type Assignment, choiceOf, effectiveAssignment, type PolicyKind, userPinning } from "./policy.rules.ts";
import type { PolicyInForce, PolicyMemory, TenantPolicies } from "./policy-memory.ts";
import { decideUpload, type UploadDecision } from "./upload.rules.ts";
import { appFacts, visibleApps } from "./visible-apps.store.ts";

/** The policy of a kind that holds for somebody, and why it is theirs. */
export interface EffectivePolicy<Kind extends PolicyKind = PolicyKind> extends PolicyInForce<Kind> {
  readonly assignment: Assignment;
}

export type AccessService = ReturnType<typeof accessService>;

/** Who may use which app: single questions, whole listings and explanations, all by one decision. */
export function accessService(
  { database }: Pick<Platform, "database">,
  memory: PolicyMemory,
  cloudOf: (tenantId: string) => Promise<Cloud>,
  { teamStanding, relations }: Pick<GovernancePorts, "teamStanding" | "relations">,
) {
  /** Never remembered: who is in a team changes without the policies changing. */
  async function isAmong(tenantId: string, personId: string, app: GovernedApp): Promise<boolean> {
    if (app.sideloadedTo === null) return false;
    if (app.sideloadedScope === "personal") return app.sideloadedTo === personId;
    return (await teamStanding(tenantId, personId, app.sideloadedTo)) !== undefined;
  }

  async function effective<Kind extends PolicyKind>(
    policies: TenantPolicies,
    personId: string,
    kind: Kind,
  ): Promise<EffectivePolicy<Kind>> {
    const [facts, groups, { policiesReachNestedGroups }] = await Promise.all([
      policies.person(personId),
      policies.groupAssignments(kind),
      policies.settings(),
    ]);
    const direct = facts.direct.find((assignment) => assignment.kind === kind);
    const assignment = effectiveAssignment(
      direct,
      policiesReachNestedGroups.value ? facts.groupIds : facts.ownGroupIds,
      groups,
    );
    return { ...(await policies.policy(kind, assignment.policyId)), assignment };
  }

  async function decide(tenantId: string, personId: string | null, app: GovernedApp): Promise<AccessDecision> {
    const policies = memory.of(tenantId);
    const [settings, rule] = await Promise.all([policies.settings(), policies.app(app.id)]);
    if (personId === null) return decideAccess({ app, settings, rule, person: undefined });
    const [facts, policy, among] = await Promise.all([
      policies.person(personId),
      effective(policies, personId, "permission"),
      isAmong(tenantId, personId, app),
    ]);
    const list = policy.listed[app.kind];
    const listed = list?.has(app.id) === true || list?.has(app.externalId.toLowerCase()) === true;
    const { type } = policy.content[app.kind];
    const { id, name, assignment, changedBy, changedAt } = policy;
    const choice = choiceOf(policy.content[app.kind]);
    return decideAccess({
      app,
      settings,
      rule,
      person: {
        among,
        availableThrough: facts.availableTo.get(app.id),
        policy: { id, name, assignment, changedBy, changedAt, type, choice, listed },
      },
    });
  }

  async function visible(tenantId: string, personId: string | null): Promise<AppCondition> {
    const policies = memory.of(tenantId);
    const settings = await policies.settings();
    if (personId === null) return visibleApps(tenantId, settings, undefined);
    const [facts, policy] = await Promise.all([policies.person(personId), effective(policies, personId, "permission")]);
    const filter = {
      personId,
      groupIds: [...facts.groupIds],
      policyId: policy.id,
      permission: policy.content,
      relations,
    };
    return visibleApps(tenantId, settings, filter);
  }

  return {
    /** @param personId null: nobody in particular, what holds for the whole organisation. */
    async explain(tenantId: string, personId: string | null, app: GovernedApp): Promise<AccessDecision> {
      return await decide(tenantId, personId, app);
    },

    /**
     * @throws ParvisError access/app-not-available with the gates, when the person may not use the app; app/not-found when
     *   it was uploaded for somebody else.
     */
    async require(tenantId: string, personId: string | null, app: GovernedApp): Promise<void> {
      const decision = await decide(tenantId, personId, app);
      if (decision.allowed) return;
      if (isOfOthers(decision)) throw new ParvisError("app/not-found");
      throw new ParvisError("access/app-not-available", { extra: { appId: app.id, gates: decision.gates } });
    },

    /** The same question as a condition for a listing's `where`. */
    visible,

    /** Status, availability and requests of every app of a listing, as administrators see them. */
    async facts(tenantId: string): Promise<(app: AppColumns) => AppFacts> {
      return appFacts(tenantId, await memory.of(tenantId).settings());
    },

    /** The policy of a kind that holds for somebody. */
    async policyOf<Kind extends PolicyKind>(
      tenantId: string,
      personId: string,
      kind: Kind,
    ): Promise<EffectivePolicy<Kind>> {
      return await effective(memory.of(tenantId), personId, kind);
    },

    /**
     * What somebody's setup policy gives them: pinned apps in order and installed ones, as the policy names them, but only
     * those they may use (contracts.md B.3: pinning by an administrator installs as well).
     * @param find the catalogue's apps of these names that the condition lets through; unknown ones are left out.
     */
    async setupOf<App extends GovernedApp>(
      tenantId: string,
      personId: string,
      find: (refs: readonly string[], usable: AppCondition) => Promise<App[]>,
    ) {
      const [assigned, cloud] = await Promise.all([
        effective(memory.of(tenantId), personId, "setup"),
        cloudOf(tenantId),
      ]);
      const allowUserPinning = userPinning(assigned.content, cloud);
      const policy = { ...assigned, content: { ...assigned.content, allowUserPinning } };
      const { pinnedAppBarApps, pinnedMessageBarApps, appPresetList } = policy.content;
      const refs = [...new Set([...pinnedAppBarApps, ...pinnedMessageBarApps, ...appPresetList])];
      const apps = refs.length === 0 ? [] : await find(refs, await visible(tenantId, personId));
      const usable = new Set(apps.flatMap((app) => [app.id, app.externalId.toLowerCase()]));
      const only = (refs: readonly string[]) => refs.filter((ref) => usable.has(ref));
      return {
        policy,
        apps,
        pinned: only(pinnedAppBarApps),
        pinnedToMessages: only(pinnedMessageBarApps),
        installed: only([...new Set([...appPresetList, ...pinnedAppBarApps, ...pinnedMessageBarApps])]),
      };
    },

    /**
     * May somebody upload a custom app, for themselves or a team? (contracts.md B.6)
     * @throws ParvisError team/not-found when they are not in the team.
     */
    async explainUpload(tenantId: string, personId: string, teamId: string | undefined): Promise<UploadDecision> {
      const team = teamId === undefined ? undefined : await teamStanding(tenantId, personId, teamId);
      if (teamId !== undefined && team === undefined)
        throw new ParvisError("team/not-found", {
          detail: "Custom apps are uploaded for a team by those who are in it.",
        });
      const policies = memory.of(tenantId);
      const [{ allowCustomApps }, policy, cloud] = await Promise.all([
        policies.settings(),
        effective(policies, personId, "setup"),
        cloudOf(tenantId),
      ]);
      const { allowSideLoading } = policy.content;
      return decideUpload({ cloud, allowCustomApps, policy: { ...policy, allowSideLoading }, team });
    },

    /** The status that lists show for each of these apps. */
    async statuses(tenantId: string, apps: readonly GovernedApp[]): Promise<Map<string, AppStatus>> {
      const [settings, rules] = await Promise.all([
        memory.of(tenantId).settings(),
        listAppRules(
          database.sql,
          tenantId,
          apps.map((app) => app.id),
        ),
      ]);
      const untouched = { status: undefined, availability: undefined };
      return new Map(apps.map((app) => [app.id, shownStatus({ app, settings, rule: rules.get(app.id) ?? untouched })]));
    },

    /** Which state of the organisation's policies decides now, and since when. */
    async version(tenantId: string) {
      return await memory.of(tenantId).version();
    },
  };
}
