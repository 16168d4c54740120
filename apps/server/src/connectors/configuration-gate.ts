import type { TeamService } from "../directory/index.ts";
import type { Identity } from "../platform/identity.ts";
import type { Configuration, ConnectorService } from "./connector.service.ts";
import type { Workload } from "./switches.rules.ts";
import type { SwitchesService } from "./switches.service.ts";

/** A configuration as its targets see it: whatever kind it is, and wherever its cards go. */
export interface TargetPlace {
  readonly id: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly authorName: string;
}

/** Who may see a configuration's targets, and who may change them. */
export function configurationGate(
  connectors: Pick<ConnectorService, "find">,
  teams: Pick<TeamService, "seeChannel">,
  switches: Pick<SwitchesService, "require">,
) {
  const placeOf = ({ id, teamId, channelId, authorName }: Configuration): TargetPlace => ({
    id,
    teamId,
    channelId,
    authorName,
  });

  return {
    /** @throws ParvisError connector/not-found, channel/not-found */
    async see(identity: Identity, configurationId: string): Promise<TargetPlace> {
      const configuration = await connectors.find(identity.tenantId, configurationId);
      await teams.seeChannel(identity, configuration.channelId);
      return placeOf(configuration);
    },

    /**
     * For a change. Mailboxes and groups are Outlook's, and can be switched off apart.
     * @throws ParvisError connector/not-found, channel/not-found, connector/switched-off, connector/owners-only
     */
    async manage(
      identity: Identity,
      configurationId: string,
      act: "configure" | "remove",
      workload: Workload,
    ): Promise<TargetPlace> {
      const { tenantId } = identity;
      const configuration = await connectors.find(tenantId, configurationId);
      const { team } = await teams.seeChannel(identity, configuration.channelId);
      const connectorId = configuration.appId === null ? null : configuration.connectorId;
      await switches.require(tenantId, team.id, { act, workload, connectorId, manages: team.mayManage });
      return placeOf(configuration);
    },
  };
}

export type ConfigurationGate = ReturnType<typeof configurationGate>;
