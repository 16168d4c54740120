import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import type { AnyConfiguration, ConnectorService } from "./connector.service.ts";
import type { Workload } from "./switches.rules.ts";
import type { SwitchesService } from "./switches.service.ts";

/** A configuration of whatever kind, with what somebody may do there. */
export interface ConfigurationPlace {
  readonly configuration: AnyConfiguration;
  readonly team: { readonly id: string; readonly displayName: string; readonly mayManage: boolean } | null;
  /** Whether they read its cards: as a member of the team, or because the mailbox is theirs. */
  readonly reads: boolean;
}

/** Cards in a channel are Teams'; those of a mailbox or a team's mail are Outlook's, and can be switched off apart. */
const workloadOf = ({ channelId }: AnyConfiguration): Workload => (channelId === null ? "outlook" : "teams");

/** Who may see a configuration of whatever kind, and who may change it. */
export function configurationGate(
  connectors: Pick<ConnectorService, "findAny">,
  teams: Pick<TeamService, "see" | "seeChannel">,
  switches: Pick<SwitchesService, "require">,
) {
  /**
   * Members of the team, the owner of the mailbox, and administrators, who manage what they do not read.
   * @throws ParvisError connector/not-found, channel/not-found, team/not-found
   */
  async function see(identity: Identity, configurationId: string): Promise<ConfigurationPlace> {
    const configuration = await connectors.findAny(identity.tenantId, configurationId);
    const { channelId, teamId, ownerId } = configuration;
    if (channelId !== null) {
      const { team } = await teams.seeChannel(identity, channelId);
      return { configuration, team, reads: team.role !== undefined };
    }
    if (teamId !== null) {
      const team = await teams.see(identity, teamId);
      return { configuration, team, reads: team.role !== undefined };
    }
    const reads = ownerId === identity.personId;
    if (!reads && !isAdministrator(identity)) throw new ParvisError("connector/not-found");
    return { configuration, team: null, reads };
  }

  return {
    see,

    /** As see, for one without a channel. @throws ParvisError connector/not-found also for one that posts to a channel. */
    async seeMail(identity: Identity, configurationId: string): Promise<ConfigurationPlace> {
      const place = await see(identity, configurationId);
      if (place.configuration.channelId !== null) throw new ParvisError("connector/not-found");
      return place;
    },

    /**
     * For a change.
     * @param workload what the change concerns, when that is not where the cards of the configuration itself go.
     * @throws ParvisError as see, and connector/switched-off, connector/owners-only
     */
    async manage(
      identity: Identity,
      configurationId: string,
      act: "configure" | "remove",
      workload?: Workload,
    ): Promise<ConfigurationPlace> {
      const place = await see(identity, configurationId);
      const { configuration, team } = place;
      const connectorId = configuration.appId === null ? null : configuration.connectorId;
      await switches.require(identity.tenantId, team?.id ?? null, {
        act,
        workload: workload ?? workloadOf(configuration),
        connectorId,
        manages: team?.mayManage ?? true,
      });
      return place;
    },
  };
}

export type ConfigurationGate = ReturnType<typeof configurationGate>;
