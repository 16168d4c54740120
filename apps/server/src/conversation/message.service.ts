import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { listMessages, type Message } from "./message.store.ts";
import type { MessageWriter, Written } from "./message-writer.ts";
import type { NewPost } from "./post.store.ts";

export type MessageService = ReturnType<typeof messageService>;

/** Messages of channels. */
export function messageService(
  { database }: Pick<Platform, "database">,
  teams: Pick<TeamService, "seeChannel">,
  writer: Pick<MessageWriter, "write">,
) {
  return {
    /**
     * Posts a card under an id that the caller made; resolves when it is on disk, or when its webhook has no room for it.
     * @throws ParvisError server/busy, server/database-away: nothing was written then.
     */
    async post(tenantId: string, post: NewPost): Promise<Written> {
      return await writer.write(tenantId, post);
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
