import type { AppService } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import type { ParvisError } from "../platform/errors.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { type CardSender, findCardSender, listAnswered } from "./card-receiver.store.ts";
import { type SwitchesService, switchError } from "./switches.service.ts";

const mostInChannel = 1_000;

/** What connectors have to say about the buttons of their cards. */
export function cardReceiverService(
  { database }: Pick<Platform, "database">,
  switches: Pick<SwitchesService, "refusal">,
  apps: Pick<AppService, "byRefs">,
  access: Pick<AccessService, "require">,
) {
  return {
    /** Why buttons call nobody in a team; undefined when they do. */
    async refusal(tenantId: string, teamId: string): Promise<ParvisError | undefined> {
      const question = { act: "press", workload: "teams", connectorId: null, manages: false } as const;
      const found = await switches.refusal(tenantId, teamId, question);
      return found === undefined ? undefined : switchError(found);
    },

    /**
     * Nobody presses buttons of an app they may not use, though its cards stay to be read (contracts.md B.1).
     * @throws ParvisError access/app-not-available with the gates
     */
    async requireApp({ tenantId, personId }: Identity, configurationId: string): Promise<void> {
      const appId = (await findCardSender(database.sql, tenantId, configurationId))?.appId ?? null;
      if (appId === null) return;
      const app = (await apps.byRefs(tenantId, [appId])).find(({ id }) => id === appId);
      if (app !== undefined) await access.require(tenantId, personId, app);
    },

    /** The connector behind a card, and where its registration wants answers that name no address. */
    async senderOf(tenantId: string, configurationId: string): Promise<CardSender | undefined> {
      return await findCardSender(database.sql, tenantId, configurationId);
    },

    /** Connectors of a channel whose registration names an address for answers. */
    async answeredIn(tenantId: string, channelId: string): Promise<string[]> {
      return await listAnswered(database.sql, tenantId, channelId, mostInChannel);
    },
  };
}
