import { z } from "@hono/zod-openapi";
import { longestState } from "./connection.rules.ts";

const connectorId = z.string().min(1).max(200).openapi({ description: "The connector's id: `app_id` of the address" });
const callbackUrl = z.string().min(1).max(2_048).openapi({
  description: "`callback_url` of the address; one of those that the registration names",
});
const state = z.string().max(longestState).optional().openapi({ description: "Given back as it came" });

export const asked = z.object({ connectorId, callbackUrl, state });
export const connectionToMake = asked.openapi("ConnectionToMake");

export const connectionAsked = z
  .object({
    connector: z.object({
      connectorId: z.uuid(),
      name: z.string(),
      shortDescription: z.string(),
      companyName: z.string(),
      logo: z.string().nullable(),
    }),
    site: z.string().openapi({ description: "Host of the site that asks" }),
    declineUrl: z.string().openapi({ description: "Where to send the person's browser when they would rather not" }),
  })
  .openapi("ConnectionAsked");

export const connection = z
  .object({
    configurationId: z.uuid(),
    returnUrl: z
      .string()
      .openapi({ description: "Where to send the person's browser. A secret: it carries the webhook's address" }),
  })
  .openapi("Connection");
