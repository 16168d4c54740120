import { z } from "@hono/zod-openapi";
import type { Finding } from "@parvis/manifest";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { largestColorIcon, largestLogo } from "./registration.rules.ts";

const longestAddress = 2048;

/** @param secure only https, but for this machine where somebody develops. */
const webAddress = (secure: boolean) =>
  z
    .string()
    .trim()
    .max(longestAddress)
    .refine(
      (address) => {
        if (!URL.canParse(address)) return false;
        const { protocol, username, password } = new URL(address);
        return (protocol === "https:" || (!secure && protocol === "http:")) && username === "" && password === "";
      },
      `Expected an address such as https://connector.contoso.com${secure ? "" : ", or one that begins with http://"}`,
    );

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An address to send people's browsers back to, which then carries a webhook's address. */
const callbackUrl = webAddress(false).refine((address) => {
  const { protocol, hostname, hash } = new URL(address);
  return hash === "" && (protocol === "https:" || loopback.has(hostname));
}, "Expected an https:// address without #fragment; http:// only for localhost");

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, "Expected a host such as connector.contoso.com or *.contoso.com");

const picture = (most: number) =>
  z
    .base64()
    .max(Math.ceil(most / 3) * 4 + 4)
    .nullable()
    .optional();

export const registrationText = z.object({
  name: z.string().trim().min(1).max(30),
  shortDescription: z.string().trim().min(1).max(80),
  detailedDescription: z.string().trim().min(1).max(4000),
  companyName: z.string().trim().min(1).max(32),
  websiteUrl: webAddress(true),
  configurationUrl: webAddress(false).openapi({
    description: "The page people configure the connector with, shown in the client",
  }),
  validDomains: z.array(domain).max(15).default([]).openapi({
    description: "Hosts the page may move to, beside its own",
  }),
  callbackUrls: z.array(callbackUrl).max(20).default([]).openapi({
    description: "Where the browser flow /connectors/Connect may send people back to; exactly these",
  }),
  actionsEnabled: z.boolean().default(false).openapi({ description: "Buttons of its cards may send requests" }),
  actionsUrl: webAddress(false).nullable().default(null).openapi({
    description: "Where those requests may go: this address's host. Needed when actions are on",
  }),
});

export const registrationBody = registrationText
  .extend({
    logo: picture(largestLogo).openapi({
      description: "PNG, JPEG or GIF smaller than 60 KB, Base64; absent: as it was, null: none",
    }),
    colorIcon: picture(largestColorIcon).openapi({
      description: "The logo as a PNG of 192x192 pixels for the package, Base64; drawn when absent",
    }),
  })
  .refine(({ actionsEnabled, actionsUrl }) => !actionsEnabled || actionsUrl !== null, {
    path: ["actionsUrl"],
    message: "Needed when actions are on",
  })
  .openapi("NewConnectorRegistration");

export const registration = registrationText
  .extend({
    connectorId: z.uuid(),
    logo: z.string().nullable().openapi({ description: "Address of the logo; changes when the picture does" }),
    version: z.string().openapi({ description: "Version of the package; rises with every change that is in it" }),
    mayEdit: z.boolean().openapi({ description: "Whether you may change and delete it" }),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
  })
  .openapi("ConnectorRegistration");

export const registrationDetails = registration
  .extend({
    manifest: z.string().openapi({ description: "manifest.json of the package" }),
    packageName: z.string(),
    findings: z
      .array(z.custom<Finding>().openapi({ type: "object" }))
      .openapi({ description: "What validation has to say about the package: warnings and suggestions" }),
    use: z.object({
      app: z
        .object({ id: z.uuid(), version: z.string() })
        .nullable()
        .openapi({ description: "The app in the organisation's catalogue" }),
      configurations: z.number().int().openapi({ description: "Connectors of channels that post as this one" }),
    }),
  })
  .openapi("ConnectorRegistrationDetails");

export const registrations = pageOf(registration).openapi("ConnectorRegistrations");

export const registrationsQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the connector's or company's name" }),
});

export const registrationPath = z.object({ connectorId: z.uuid() });
