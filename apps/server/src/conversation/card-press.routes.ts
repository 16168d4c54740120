import { createRoute } from "@hono/zod-openapi";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import type { CardPressService } from "./card-press.service.ts";
import { presentMessage } from "./message.presenter.ts";
import * as schema from "./message.schema.ts";

const tags = ["Messages"];

const press = createRoute({
  method: "post",
  path: "/channels/{channelId}/messages/{messageId}/presses",
  tags,
  summary: "Press a button of a card that makes Parvis call the card's sender",
  description:
    "The button is found in the stored message; nothing of what it sends comes from here but the inputs. The same press is " +
    "sent once: asked again, it answers what came of the first. A refusal leaves the card as it was.",
  middleware: [signedIn()],
  request: { params: schema.messagePath, ...jsonBody(schema.press) },
  responses: {
    200: jsonResponse("Done: the message as it is now", schema.message),
    ...problems(400, 401, 403, 404, 409, 422, 429, 502),
  },
});

const buttons = createRoute({
  method: "get",
  path: "/channels/{channelId}/card-buttons",
  tags,
  summary: "What buttons of a channel's cards can do",
  middleware: [signedIn()],
  request: { params: schema.channelPath },
  responses: { 200: jsonResponse("The buttons", schema.buttons), ...problems(401, 404) },
});

export function cardPressRoutes(presses: CardPressService, iconAddress: (sha256: Uint8Array) => string) {
  return createRouter()
    .openapi(press, async (c) => {
      const { channelId, messageId } = c.req.valid("param");
      const asked = { ...c.req.valid("json"), messageId };
      const message = await presses.press(c.var.identity, c.var.requestId, channelId, asked);
      return c.json(presentMessage(message, iconAddress), 200);
    })
    .openapi(buttons, async (c) =>
      c.json(await presses.inChannel(c.var.identity, c.req.valid("param").channelId), 200),
    );
}
