import type { Cloud } from "../directory/index.ts";
import type { Database } from "../platform/database/database.ts";
import type { EventFeed } from "../platform/events/event-feed.ts";
import type { OrganisationSwitches, Switches, TeamSwitches } from "./switches.rules.ts";
import { findTeamSwitches } from "./switches.store.ts";

/** What a tenant has set, as far as it was asked for lately. */
interface Shelf {
  readonly organisation: Promise<{ cloud: Cloud; switches: OrganisationSwitches }>;
  readonly teams: Map<string, TeamSwitches>;
}

const mostTeams = 10_000;

/** Operations after which switches may differ. */
const changes = new Set(["TeamsTenantSettingChanged", "TeamSettingChanged"]);

/**
 * The switches, remembered between posts. A tenant's memory is dropped by the events that change it, on every node,
 * and at once on the node that made the change; while announcements cannot arrive, nothing is remembered.
 */
export class SwitchBoard {
  readonly #database: Database;
  readonly #feed: EventFeed;
  readonly #read: (tenantId: string) => Promise<{ cloud: Cloud; switches: OrganisationSwitches }>;
  readonly #shelves = new Map<string, Shelf>();
  readonly #unsubscribe: () => void;

  constructor(
    database: Database,
    feed: EventFeed,
    read: (tenantId: string) => Promise<{ cloud: Cloud; switches: OrganisationSwitches }>,
  ) {
    this.#database = database;
    this.#feed = feed;
    this.#read = read;
    this.#unsubscribe = feed.subscribe((tenantId, operation) => {
      if (tenantId === undefined) this.#shelves.clear();
      else if (operation === undefined || changes.has(operation)) this.drop(tenantId);
    });
  }

  close(): void {
    this.#unsubscribe();
  }

  drop(tenantId: string): void {
    this.#shelves.delete(tenantId);
  }

  /** @throws what reading throws; then nothing is remembered. */
  async find(tenantId: string, teamId: string): Promise<Switches> {
    const shelf = this.#shelf(tenantId);
    const known = shelf.teams.get(teamId);
    const { cloud, switches: organisation } = await shelf.organisation;
    if (known !== undefined) return { cloud, organisation, team: known };
    const team = await findTeamSwitches(this.#database.sql, tenantId, teamId);
    if (shelf.teams.size < mostTeams) shelf.teams.set(teamId, team);
    return { cloud, organisation, team };
  }

  #shelf(tenantId: string): Shelf {
    const known = this.#shelves.get(tenantId);
    if (known !== undefined && this.#feed.listening) return known;
    // A shelf that an event drops while it is being filled stays with who asked before, and nobody finds it later.
    const shelf: Shelf = { organisation: this.#read(tenantId), teams: new Map() };
    if (this.#feed.listening) {
      this.#shelves.set(tenantId, shelf);
      shelf.organisation.catch(() => this.#shelves.get(tenantId) === shelf && this.drop(tenantId));
    }
    return shelf;
  }
}
