import type { TeamService } from "../directory/index.ts";
import type { Platform } from "../platform/platform.ts";
import { liveService } from "./live.service.ts";
import { messageService } from "./message.service.ts";
import { MessageWriter, type WriterOptions } from "./message-writer.ts";

export { liveRoutes } from "./live.routes.ts";
export { messageRoutes } from "./message.routes.ts";
export type { MessageService } from "./message.service.ts";
export type { AfterInsert } from "./message-writer.ts";
export type { NewPost } from "./post.store.ts";

/**
 * Messages of channels, written in groups and heard at once.
 * @param writing `afterInsert` is the step of posts that also go elsewhere; `now` another clock for the limits' windows.
 */
export function createConversation(
  platform: Platform,
  teams: TeamService,
  iconAddress: (sha256: Uint8Array) => string,
  writing: WriterOptions = {},
) {
  const writer = new MessageWriter(platform.database.pool, platform.log, platform.metrics, writing);
  return {
    messages: messageService(platform, teams, writer),
    live: liveService(platform, teams, iconAddress),
    drain: async () => await writer.drain(),
  };
}
