import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { listMessages, type Message, type NewMessage } from "./message.store.ts";
import type { MessageWriter } from "./message-writer.ts";

export type MessageService = ReturnType<typeof messageService>;

/** Messages of channels. */
export function messageService(
  { database }: Pick<Platform, "database">,
  teams: Pick<TeamService, "seeChannel">,
  writer: Pick<MessageWriter, "write">,
) {
  return {
    /**
     * Posts a card under an id that the caller made; resolves when it is on disk.
     * @throws ParvisError server/busy, server/database-away: nothing was written then.
     */
    async post(tenantId: string, message: NewMessage): Promise<void> {
      await writer.write(tenantId, message);
    },

    /**
     * A page of a channel's messages, newest first.
     * @throws ParvisError channel/not-found also for administrators outside the team: they manage it, they do not read it.
     */
    async list(
      identity: Identity,
      channelId: string,
      page: { limit: number; before: string | undefined },
    ): Promise<Message[]> {
      const { team } = await teams.seeChannel(identity, channelId);
      if (team.role === undefined) throw new ParvisError("channel/not-found");
      return await listMessages(database.sql, identity.tenantId, channelId, page);
    },
  };
}
