import type { Database, Sql } from "../platform/database/database.ts";
import type { EventFeed } from "../platform/events/event-feed.ts";
import type { AppRule } from "./access.rules.ts";
import { type AvailableTo, listAppRules, listAvailableFor } from "./app-rule.store.ts";
import { type DirectAssignment, listDirect, listGroupAssignments } from "./assignment.store.ts";
import { builtIn, type GroupAssignment, globalPolicyId, type PolicyContents, type PolicyKind } from "./policy.rules.ts";
import { findPolicy } from "./policy.store.ts";
import { currentVersion, nextVersion, type PolicyVersion } from "./policy-version.store.ts";
import type { SettingsInForce } from "./settings.rules.ts";

const mostTenants = 1_000;
const mostPerTenant = 20_000;
/** A change that was announced here and never committed: memory is used again after this long. */
const longestSuspensionMilliseconds = 5_000;

/** A policy as the decision reads it: built-in, edited or made. */
export interface PolicyInForce<Kind extends PolicyKind = PolicyKind> {
  readonly id: string;
  readonly name: string;
  readonly content: PolicyContents[Kind];
  /** What is on each list, to look up. */
  readonly listed: Readonly<Record<string, ReadonlySet<string>>>;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** What the decision knows of a person. */
export interface PersonFacts {
  /** Every group they are in, also by groups within it. */
  readonly groupIds: ReadonlySet<string>;
  /** Those of them that they are in themselves. */
  readonly ownGroupIds: ReadonlySet<string>;
  readonly direct: readonly (DirectAssignment & { kind: PolicyKind })[];
  /** Apps that are for this person or one of their groups. */
  readonly availableTo: ReadonlyMap<string, AvailableTo>;
}

/** Where the facts come from. */
export interface PolicySources {
  settings(tenantId: string, sql: Sql): Promise<SettingsInForce>;
  groupsOf(tenantId: string, personId: string, sql: Sql): Promise<readonly { id: string; direct: boolean }[]>;
}

/** Remembers what promises bring, each asked once; forgets the oldest when there are many, and what failed at once. */
class Remembered<T> {
  readonly #known = new Map<string, Promise<T>>();

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const loading = load();
    if (this.#known.size >= mostPerTenant) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(key, loading);
    loading.catch(() => this.#known.delete(key));
    return loading;
  }
}

function listsOf(content: PolicyContents[PolicyKind]): Record<string, ReadonlySet<string>> {
  if (!("custom" in content)) return {};
  const { microsoft, thirdParty, custom } = content;
  return { microsoft: new Set(microsoft.apps), thirdParty: new Set(thirdParty.apps), custom: new Set(custom.apps) };
}

/** The state of one organisation's policies, read piece by piece as decisions need it. */
export class TenantPolicies {
  readonly #sql: Sql;
  readonly #tenantId: string;
  readonly #sources: PolicySources;
  readonly #policies = new Remembered<PolicyInForce>();
  readonly #apps = new Remembered<AppRule>();
  readonly #people = new Remembered<PersonFacts>();
  readonly #whole = new Remembered<unknown>();

  constructor(sql: Sql, tenantId: string, sources: PolicySources) {
    this.#sql = sql;
    this.#tenantId = tenantId;
    this.#sources = sources;
  }

  async version(): Promise<PolicyVersion> {
    return (await this.#whole.get(
      "version",
      async () => await currentVersion(this.#sql, this.#tenantId),
    )) as PolicyVersion;
  }

  async settings(): Promise<SettingsInForce> {
    return (await this.#whole.get(
      "settings",
      async () => await this.#sources.settings(this.#tenantId, this.#sql),
    )) as SettingsInForce;
  }

  async groupAssignments(kind: PolicyKind): Promise<readonly GroupAssignment[]> {
    const all = (await this.#whole.get(
      "groups",
      async () => await listGroupAssignments(this.#sql, this.#tenantId),
    )) as (GroupAssignment & { kind: PolicyKind })[];
    return all.filter((assignment) => assignment.kind === kind);
  }

  /** A policy that was deleted a moment ago answers as Global does. */
  async policy<Kind extends PolicyKind>(kind: Kind, id: string): Promise<PolicyInForce<Kind>> {
    const found = await this.#policies.get(`${kind} ${id}`, async () => {
      const stored = await findPolicy(this.#sql, this.#tenantId, kind, id);
      const original = builtIn(kind, id);
      const policy = stored ?? (original && { ...original, changedBy: null, changedAt: null });
      if (policy === undefined) return await this.policy<PolicyKind>(kind, globalPolicyId);
      const { name, content, changedBy, changedAt } = policy;
      return { id, name, content, listed: listsOf(content), changedBy, changedAt };
    });
    return found as PolicyInForce<Kind>;
  }

  async app(appId: string): Promise<AppRule> {
    return await this.#apps.get(appId, async () => {
      const rules = await listAppRules(this.#sql, this.#tenantId, [appId]);
      return rules.get(appId) ?? { status: undefined, availability: undefined };
    });
  }

  async person(personId: string): Promise<PersonFacts> {
    return await this.#people.get(personId, async () => {
      const [groups, direct] = await Promise.all([
        this.#sources.groupsOf(this.#tenantId, personId, this.#sql),
        listDirect(this.#sql, this.#tenantId, personId),
      ]);
      const groupIds = groups.map(({ id }) => id);
      const available = await listAvailableFor(this.#sql, this.#tenantId, [personId, ...groupIds]);
      return {
        groupIds: new Set(groupIds),
        ownGroupIds: new Set(groups.filter((group) => group.direct).map(({ id }) => id)),
        direct,
        availableTo: new Map(available.map(({ appId, ...through }) => [appId, through])),
      };
    });
  }
}

/** Operations after which an organisation's policies may be others. */
export function changesPolicies(operation: string): boolean {
  return (
    /^Parvis\.(App(Allowed|Blocked|AvailabilityChanged|RequestsAllowed)|Group|PermissionPolicy|SetupPolicy|Policy|Configuration|Organisation)/.test(
      operation,
    ) || /^(TeamsTenantSettingChanged|AppDeletedFromCatalog|AppPublishedToCatalog)$/.test(operation)
  );
}

/**
 * Organisations' policies, remembered between decisions. Dropped by any event that may change them, on every node; while
 * announcements cannot arrive, nothing is remembered.
 */
export class PolicyMemory {
  readonly #database: Database;
  readonly #feed: Pick<EventFeed, "listening" | "subscribe">;
  readonly #sources: PolicySources;
  readonly #tenants = new Map<string, TenantPolicies>();
  readonly #suspended = new Map<string, number>();
  readonly #unsubscribe: () => void;

  constructor(database: Database, feed: Pick<EventFeed, "listening" | "subscribe">, sources: PolicySources) {
    this.#database = database;
    this.#feed = feed;
    this.#sources = sources;
    this.#unsubscribe = feed.subscribe((tenantId, operation) => {
      if (tenantId === undefined) this.#tenants.clear();
      else if (operation === undefined || changesPolicies(operation)) {
        this.#tenants.delete(tenantId);
        this.#suspended.delete(tenantId);
      }
    });
  }

  close(): void {
    this.#unsubscribe();
  }

  /**
   * Called inside a transaction that changes an organisation's policies: counts the change, and from now until its event
   * arrives the database is asked every time, so that on this node the change holds from its commit on.
   */
  async changing(tx: Sql, tenantId: string): Promise<PolicyVersion> {
    this.#tenants.delete(tenantId);
    this.#suspended.set(tenantId, Date.now() + longestSuspensionMilliseconds);
    return await nextVersion(tx, tenantId);
  }

  forget(tenantId: string): void {
    this.#tenants.delete(tenantId);
  }

  of(tenantId: string): TenantPolicies {
    const known = this.#tenants.get(tenantId);
    if (known !== undefined) return known;
    const fresh = new TenantPolicies(this.#database.sql, tenantId, this.#sources);
    if (!this.#feed.listening || (this.#suspended.get(tenantId) ?? 0) > Date.now()) return fresh;
    if (this.#tenants.size >= mostTenants) this.#tenants.clear();
    this.#tenants.set(tenantId, fresh);
    return fresh;
  }

  /** As a transaction sees them, for deciding inside it. */
  within(tx: Sql, tenantId: string): TenantPolicies {
    return new TenantPolicies(tx, tenantId, this.#sources);
  }
}
