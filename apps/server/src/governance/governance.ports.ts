import type { GroupChanges, GroupPorts } from "../directory/index.ts";
import type { AppCondition } from "../platform/database/app-condition.ts";
import type { Database, Sql } from "../platform/database/database.ts";
import type { GovernedApp } from "./access.rules.ts";
import type { PeopleRelations } from "./audience.store.ts";
import type { TeamStanding } from "./upload.rules.ts";

/** An app as the catalogue shows it, with what the decision needs. */
export interface CatalogApp extends GovernedApp {
  readonly displayName: string;
  readonly publisherName: string;
  readonly icon: string;
}

export interface PersonName {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
}

/** What governance asks of the catalogue and the directory. */
export interface GovernancePorts {
  /** @throws ParvisError app/not-found */
  app(tenantId: string, appId: string): Promise<CatalogApp>;
  /** Apps by id in the catalogue or manifest's id, in lower case; unknown ones are left out, and those the condition stops. */
  appsByRef(tenantId: string, refs: readonly string[], sql?: Sql, usable?: AppCondition): Promise<CatalogApp[]>;
  /** Every app there is, with what the decision needs: some thousands, for counting a change's effect. */
  governedApps(tenantId: string, sql: Sql): Promise<GovernedApp[]>;
  /** Everybody who stands in one of the lists; who is not there is left out. */
  people(tenantId: string, who: { ids: readonly string[]; upns: readonly string[] }, sql?: Sql): Promise<PersonName[]>;
  groupsByName(
    tenantId: string,
    names: readonly string[],
    sql?: Sql,
  ): Promise<readonly { id: string; displayName: string }[]>;
  groupNames(tenantId: string, ids: readonly string[], sql?: Sql): Promise<Map<string, string>>;
  /** The groups somebody is in, each once; not `direct` when it is by groups within it alone. */
  groupsOf(tenantId: string, personId: string, sql?: Sql): Promise<readonly { id: string; direct: boolean }[]>;
  /** How somebody comes to be in each of these groups: from the one they are in themselves up to it, both included. */
  waysUp(
    tenantId: string,
    personId: string,
    groupIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { id: string; displayName: string }[]>>;
  /** What somebody is in a team, and what it lets members do; undefined when they are not in it. */
  teamStanding(tenantId: string, personId: string, teamId: string): Promise<TeamStanding | undefined>;
  /** On a handle of somebody's choice, with who is to hear of it. */
  groupChanges(database: Database, heard: GroupPorts): GroupChanges;
  readonly relations: PeopleRelations;
}
