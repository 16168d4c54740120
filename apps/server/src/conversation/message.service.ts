import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Identity } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { findMessages, type KeptMessage, listMessages } from "./message.store.ts";
import type { MessageWriter, Written } from "./message-writer.ts";
import type { NewPost } from "./post.store.ts";

export type MessageService = ReturnType<typeof messageService>;

/** Messages of channels. */
export function messageService(
  { database }: Pick<Platform, "database">,
  teams: Pick<TeamService, "seeChannel">,
  writer: Pick<MessageWriter, "write">,
) {
  /** The channel, for somebody who reads it. @throws ParvisError channel/not-found */
  async function enter(identity: Identity, channelId: string) {
    const place = await teams.seeChannel(identity, channelId);
    if (place.team.role === undefined) throw new ParvisError("channel/not-found");
    return place;
  }

  return {
    enter,

    /**
     * One message and its channel.
     * @throws ParvisError channel/not-found, message/not-found
     */
    async read(identity: Identity, channelId: string, id: string) {
      const place = await enter(identity, channelId);
      const [message] = await findMessages(database.sql, identity.tenantId, [{ channelId, id }]);
      if (message === undefined) throw new ParvisError("message/not-found");
      return { ...place, message };
    },

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
    ): Promise<KeptMessage[]> {
      await enter(identity, channelId);
      return await listMessages(database.sql, identity.tenantId, channelId, page);
    },
  };
}
