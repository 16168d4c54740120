import type { Cloud } from "../directory/index.ts";
import type { GovernanceService } from "../governance/index.ts";
import { type ErrorCode, ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { SwitchBoard } from "./switch-board.ts";
import {
  type OrganisationSwitches,
  refusalOf,
  type SwitchQuestion,
  type SwitchReason,
  type SwitchRefusal,
  switchNames,
  type TeamSwitches,
  teamDefaults,
  teamSwitchNames,
} from "./switches.rules.ts";
import * as store from "./switches.store.ts";

const codes: Record<SwitchReason, ErrorCode> = {
  "organisation-off": "connector/switched-off",
  "workload-off": "connector/switched-off",
  "team-off": "connector/switched-off",
  "custom-connectors-unavailable": "connector/not-in-this-cloud",
  "owners-only": "connector/owners-only",
  "buttons-off": "connector/buttons-off",
};

const details: Record<SwitchReason, string> = {
  "organisation-off":
    "Connectors are switched off for the organisation (ConnectorsEnabled). An administrator can switch them on.",
  "workload-off":
    "Connectors are switched off for what this one writes to (ConnectorsEnabledForTeams, …ForOutlook). An administrator can switch them on.",
  "team-off":
    "Connectors are switched off for this team (ConnectorsEnabled of the group). An administrator can switch them on.",
  "custom-connectors-unavailable":
    "Organisations in government clouds have the incoming webhook alone, no custom connectors.",
  "owners-only": "In this team only owners add, change and remove connectors. Ask one of them.",
  "buttons-off":
    "Buttons of cards are switched off for the organisation (ConnectorsActionableMessagesEnabled). An administrator can switch them on.",
};

/** A reason as an error of the catalogue, with a sentence for people. */
export function switchProblem(reason: SwitchReason): { code: ErrorCode; detail: string } {
  return { code: codes[reason], detail: details[reason] };
}

/** A refusal as an error, with the reason, the setting, and who set it when, for whoever shows it. */
export function switchError(refusal: SwitchRefusal): ParvisError {
  const { reason, setting, scope, setBy, setAt } = refusal;
  const extra = { reason, setting, scope, setBy, setAt: setAt?.toISOString() ?? null };
  return new ParvisError(codes[reason], { detail: details[reason], extra });
}

export type SwitchesService = ReturnType<typeof switchesService>["service"];

/** Whether connectors may be used, for the organisation and for each team (lifecycle.md 7, *Switches*). */
export function switchesService(
  { database, feed }: Pick<Platform, "database" | "feed">,
  governance: Pick<GovernanceService, "settingsInForce" | "onSettingsChanged">,
  cloudOf: (tenantId: string) => Promise<Cloud>,
) {
  async function organisation(tenantId: string): Promise<{ cloud: Cloud; switches: OrganisationSwitches }> {
    const [cloud, settings] = await Promise.all([cloudOf(tenantId), governance.settingsInForce(tenantId)]);
    const switches = Object.fromEntries(switchNames.map((name) => [name, settings[name]])) as OrganisationSwitches;
    return { cloud, switches };
  }

  const board = new SwitchBoard(database, feed, organisation);
  governance.onSettingsChanged((tenantId) => board.drop(tenantId));

  /**
   * Why something may not be done in a team, or (without a team) for a mailbox; undefined when it may. Answers from memory
   * while that is safe.
   */
  async function refusal(tenantId: string, teamId: string | null, question: SwitchQuestion) {
    if (teamId === null) {
      const { cloud, switches } = await organisation(tenantId);
      return refusalOf({ cloud, organisation: switches, team: teamDefaults }, question);
    }
    return refusalOf(await board.find(tenantId, teamId), question);
  }

  const service = {
    refusal,

    /** @throws ParvisError connector/switched-off, connector/not-in-this-cloud, connector/owners-only, connector/buttons-off */
    async require(tenantId: string, teamId: string | null, question: SwitchQuestion): Promise<void> {
      const found = await refusal(tenantId, teamId, question);
      if (found !== undefined) throw switchError(found);
    },

    organisation,

    async team(tenantId: string, teamId: string): Promise<TeamSwitches> {
      return await store.findTeamSwitches(database.sql, tenantId, teamId);
    },

    /** Of several teams, in one query. */
    async teams(tenantId: string, teamIds: readonly string[]): Promise<(teamId: string) => TeamSwitches> {
      const found = await store.findManyTeamSwitches(database.sql, tenantId, teamIds);
      return (teamId) => found.get(teamId) ?? teamDefaults;
    },

    /** How much a switch concerns: of the organisation, or of one team. */
    async inUse(tenantId: string, teamId?: string): Promise<{ webhooks: number; teams: number }> {
      return await store.countInUse(database.sql, tenantId, teamId);
    },

    async teamsOff(tenantId: string): Promise<number> {
      return await store.countTeamsOff(database.sql, tenantId);
    },

    /** What is the same already stays, with who set it. */
    async changeTeam(
      origin: Origin,
      teamId: string,
      change: { readonly [Name in keyof TeamSwitches]?: boolean | undefined },
    ): Promise<TeamSwitches> {
      const { tenantId, actor } = origin;
      const setBy = actor.kind === "person" || actor.kind === "application" ? actor.id : null;
      const now = await command(database, origin, async (tx) => {
        const before = await store.findTeamSwitches(tx, tenantId, teamId);
        const detail: Record<string, unknown> = {};
        for (const name of teamSwitchNames) {
          const value = change[name];
          if (value === undefined || value === before[name].value) continue;
          await store.putTeamSwitch(tx, tenantId, teamId, name, value, setBy);
          detail[name] = { from: before[name].value, to: value };
        }
        const result = await store.findTeamSwitches(tx, tenantId, teamId);
        return { event: { operation: "TeamSettingChanged", teamId, subjectId: teamId, detail }, result };
      });
      board.drop(tenantId);
      return now;
    },
  };
  return { service, close: () => board.close() };
}
