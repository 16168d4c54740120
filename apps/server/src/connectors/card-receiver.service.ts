import type { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { type CardSender, findCardSender, listAnswered } from "./card-receiver.store.ts";
import { type SwitchesService, switchError } from "./switches.service.ts";

const mostInChannel = 1_000;

/** What connectors have to say about the buttons of their cards. */
export function cardReceiverService(
  { database }: Pick<Platform, "database">,
  switches: Pick<SwitchesService, "refusal">,
) {
  return {
    /** Why buttons call nobody in a team; undefined when they do. */
    async refusal(tenantId: string, teamId: string): Promise<ParvisError | undefined> {
      const question = { act: "press", workload: "teams", connectorId: null, manages: false } as const;
      const found = await switches.refusal(tenantId, teamId, question);
      return found === undefined ? undefined : switchError(found);
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
