import type { Cloud } from "../directory/index.ts";

/** The organisation's switches (contracts.md D.5), by the names that governance keeps them under. */
export const switchNames = [
  "connectorsEnabled",
  "connectorsEnabledForTeams",
  "connectorsEnabledForOutlook",
  "connectorsEnabledForSharepoint",
  "connectorsEnabledForYammer",
  "connectorsActionableMessagesEnabled",
] as const;
export type SwitchName = (typeof switchNames)[number];

/** What a team can set. */
export const teamSwitchNames = ["connectorsEnabled", "allowMemberConnectors"] as const;
export type TeamSwitchName = (typeof teamSwitchNames)[number];

/** A switch as it holds; nobody and never for a default. */
export interface SwitchInForce {
  readonly value: boolean;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

export type OrganisationSwitches = Readonly<Record<SwitchName, SwitchInForce>>;
export type TeamSwitches = Readonly<Record<TeamSwitchName, SwitchInForce>>;

/** Everything a decision about connectors of one team is made from. */
export interface Switches {
  readonly cloud: Cloud;
  readonly organisation: OrganisationSwitches;
  readonly team: TeamSwitches;
}

/**
 * `configure`: create or change a connector or webhook. `remove`: take one away. `post`: a sender's card arrives, or
 * goes on to a target. `press`: a button that makes Parvis call the sender; links are nobody's to switch off.
 */
export type ConnectorAct = "configure" | "remove" | "post" | "press";

/** What a card is written to: a channel is Teams; a group's address and a mailbox are Outlook. */
export type Workload = "teams" | "outlook" | "sharepoint" | "yammer";

export interface SwitchQuestion {
  readonly act: ConnectorAct;
  readonly workload: Workload;
  /** The connector's id of the manifest; null for an incoming webhook made directly in a channel. */
  readonly connectorId: string | null;
  /** Whether the person asking owns the team or administers the organisation. Matters to configure and remove. */
  readonly manages: boolean;
}

export type SwitchReason =
  | "organisation-off"
  | "workload-off"
  | "custom-connectors-unavailable"
  | "team-off"
  | "owners-only"
  | "buttons-off";

/** Why not, which setting says so, and who set it when (nobody and never for a default). */
export interface SwitchRefusal {
  readonly reason: SwitchReason;
  readonly setting: SwitchName | TeamSwitchName | "cloud";
  /** Whose setting it is. */
  readonly scope: "organisation" | "team";
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** The one connector that government clouds take: the incoming webhook, brought by an app (contracts.md D.5). */
export const incomingWebhookConnector = "203a1e2c-26cc-47ca-83ae-be98f960b6b2";

const workloadSwitches: Record<Workload, SwitchName> = {
  teams: "connectorsEnabledForTeams",
  outlook: "connectorsEnabledForOutlook",
  sharepoint: "connectorsEnabledForSharepoint",
  yammer: "connectorsEnabledForYammer",
};

/** What a team has that has set nothing. */
export const teamDefaults: TeamSwitches = {
  connectorsEnabled: { value: true, setBy: null, setAt: null },
  allowMemberConnectors: { value: true, setBy: null, setAt: null },
};

/** Whether a connector may exist in a cloud at all, whatever the switches say. */
export function availableIn(cloud: Cloud, connectorId: string | null): boolean {
  return cloud === "worldwide" || connectorId === null || connectorId.toLowerCase() === incomingWebhookConnector;
}

/**
 * May this be done here? The organisation's setting wins over the team's: off there, nothing a team sets helps.
 * Removing is never switched off, so that what is there can be cleared away.
 * @returns why not, the widest reason first; undefined when it may.
 */
export function refusalOf(switches: Switches, question: SwitchQuestion): SwitchRefusal | undefined {
  const { organisation, team, cloud } = switches;
  const { act, workload, connectorId, manages } = question;
  const by = ({ setBy, setAt }: SwitchInForce) => ({ setBy, setAt });
  const ofOrganisation = (reason: SwitchReason, setting: SwitchName): SwitchRefusal | undefined =>
    organisation[setting].value ? undefined : { reason, setting, scope: "organisation", ...by(organisation[setting]) };
  const ofTeam = (reason: SwitchReason, setting: TeamSwitchName): SwitchRefusal | undefined =>
    team[setting].value ? undefined : { reason, setting, scope: "team", ...by(team[setting]) };

  const ownersOnly = manages ? undefined : ofTeam("owners-only", "allowMemberConnectors");
  if (act === "remove") return ownersOnly;
  const off =
    ofOrganisation("organisation-off", "connectorsEnabled") ??
    ofOrganisation("workload-off", workloadSwitches[workload]) ??
    (availableIn(cloud, connectorId)
      ? undefined
      : {
          reason: "custom-connectors-unavailable",
          setting: "cloud",
          scope: "organisation",
          setBy: null,
          setAt: null,
        }) ??
    ofTeam("team-off", "connectorsEnabled");
  if (off !== undefined) return off;
  if (act === "configure") return ownersOnly;
  if (act === "press") return ofOrganisation("buttons-off", "connectorsActionableMessagesEnabled");
  return undefined;
}
