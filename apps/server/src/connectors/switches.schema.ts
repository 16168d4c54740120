import { z } from "@hono/zod-openapi";
import { switchNames } from "./switches.rules.ts";

const held = z
  .object({
    value: z.boolean(),
    setBy: z.string().nullable().openapi({ description: "Name of who set it; null for a default" }),
    setAt: z.iso.datetime().nullable(),
  })
  .openapi("Switch");

const named = z.object({ name: z.enum(switchNames) });

export const organisationSwitches = z
  .object({
    cloud: z.enum(["worldwide", "gcc", "gcch", "dod"]),
    customConnectors: z
      .boolean()
      .openapi({ description: "Whether the cloud takes connectors other than the incoming webhook" }),
    switches: z.array(named.extend(held.shape)).openapi({ description: "In the order of contracts.md D.5" }),
    inUse: z.object({
      webhooks: z.number().int().openapi({ description: "Configured connectors and webhooks, switched off or not" }),
      teams: z.number().int().openapi({ description: "Teams that have any" }),
      teamsOff: z.number().int().openapi({ description: "Teams whose own switch is off" }),
    }),
  })
  .openapi("ConnectorSwitches");

export const teamSwitches = z
  .object({
    connectorsEnabled: held,
    allowMemberConnectors: held.openapi({ description: "Off: only owners add, change and remove connectors" }),
    webhooks: z.number().int().openapi({ description: "Configured connectors and webhooks of the team" }),
    refusal: z
      .object({
        reason: z.enum([
          "organisation-off",
          "workload-off",
          "custom-connectors-unavailable",
          "team-off",
          "owners-only",
          "buttons-off",
        ]),
        setting: z.string().openapi({ description: "Name of the setting that says so" }),
        scope: z.enum(["organisation", "team"]),
        setBy: z.string().nullable(),
        setAt: z.iso.datetime().nullable(),
      })
      .nullable()
      .openapi({ description: "Why the asking person cannot configure connectors here; null when they can" }),
    customConnectors: z
      .boolean()
      .openapi({ description: "Whether the cloud takes connectors other than the incoming webhook" }),
    mayChange: z.object({ connectorsEnabled: z.boolean(), allowMemberConnectors: z.boolean() }),
  })
  .openapi("TeamConnectorSwitches");

export const teamSwitchesChange = z
  .strictObject({ connectorsEnabled: z.boolean().optional(), allowMemberConnectors: z.boolean().optional() })
  .openapi("TeamConnectorSwitchesChange");

export const teamPath = z.object({ teamId: z.uuid() });
