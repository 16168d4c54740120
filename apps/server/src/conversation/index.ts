import type { ConnectorService } from "../connectors/index.ts";
import type { TeamService } from "../directory/index.ts";
import type { Platform } from "../platform/platform.ts";
import { type CardButtons, cardPressService } from "./card-press.service.ts";
import { deliveryService } from "./delivery.service.ts";
import { liveService } from "./live.service.ts";
import { messageService } from "./message.service.ts";
import { MessageWriter, type WriterOptions } from "./message-writer.ts";
import { pictureService } from "./picture.service.ts";

export { cardPressRoutes } from "./card-press.routes.ts";
export type { CardButtons } from "./card-press.service.ts";
export { deliveryRoutes } from "./delivery.routes.ts";
export type { DeliveryService } from "./delivery.service.ts";
export { liveRoutes } from "./live.routes.ts";
export { messageRoutes } from "./message.routes.ts";
export type { MessageService } from "./message.service.ts";
export { pictureRoutes } from "./picture.routes.ts";
export { answerTo, type PostAnswer, plainText, problemAnswer } from "./post-answer.ts";

/**
 * Messages of channels, written in groups and heard at once.
 * @param buttons what pressing one depends on.
 * @param writing `afterInsert` is the step of posts that also go elsewhere; `now` another clock for the limits' windows.
 */
export function createConversation(
  platform: Platform,
  teams: TeamService,
  connectors: ConnectorService,
  iconAddress: (sha256: Uint8Array) => string,
  buttons: CardButtons,
  writing: WriterOptions = {},
) {
  const writer = new MessageWriter(platform.database.pool, platform.log, platform.metrics, writing);
  const messages = messageService(platform, teams, writer);
  return {
    messages,
    presses: cardPressService(platform, messages, buttons),
    pictures: pictureService(platform, messages),
    deliveries: deliveryService(platform, connectors, writer),
    live: liveService(platform, teams, iconAddress),
    drain: async () => await writer.drain(),
  };
}
