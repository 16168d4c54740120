import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";

const permission = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9._-]{1,119}$/, "Expected a permission like AppCatalog.Read.All");

const redirectUri = z
  .string()
  .max(2048)
  .refine(
    (address) => URL.canParse(address) && !address.includes("#"),
    "Expected an absolute address without a fragment",
  );

const fields = {
  displayName: z.string().trim().min(1).max(120),
  publicClient: z.boolean().openapi({ description: "A program that can keep no secret: a command line, a page" }),
  redirectUris: z.array(redirectUri).max(50).openapi({ description: "Where a browser may be sent back to" }),
  appRoles: z
    .array(permission)
    .max(200)
    .openapi({ description: "Permissions: `roles` of its own tokens, and at most `scp` of those for a person" }),
};

export const newAppRegistration = z
  .object({
    clientId: z.uuid().toLowerCase().optional().openapi({ description: "A new one when left out" }),
    displayName: fields.displayName,
    publicClient: fields.publicClient.default(false),
    redirectUris: fields.redirectUris.default([]),
    appRoles: fields.appRoles.default([]),
  })
  .openapi("NewAppRegistration");

export const appRegistrationChange = z
  .object(fields)
  .partial()
  .openapi("AppRegistrationChange", { description: "What is left out stays" });

export const newSecret = z
  .object({ expiresAt: z.iso.datetime().nullable().default(null).openapi({ description: "Null: never" }) })
  .openapi("NewAppSecret");

const secret = z
  .object({
    id: z.uuid(),
    hint: z.string().openapi({ description: "The first characters" }),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .openapi("AppSecret");

export const madeSecret = z
  .object({
    id: z.uuid(),
    secret: z.string().openapi({ description: "Shown this once: only its hash is kept" }),
  })
  .openapi("MadeAppSecret");

export const appRegistration = z
  .object({
    clientId: z.uuid(),
    ...fields,
    secrets: z.array(secret).openapi({ description: "Oldest first" }),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("AppRegistration");

export const appPermissions = z
  .object({ permissions: z.array(z.string()) })
  .openapi("AppPermissions", { description: "What the addresses of Parvis ask for; others may be given, too" });

export const appRegistrations = pageOf(appRegistration).openapi("AppRegistrations");
export const appRegistrationsQuery = pageQuery.extend({ search: z.string().trim().max(200).optional() });
export const clientPath = z.object({ clientId: z.uuid().toLowerCase() });
export const secretPath = clientPath.extend({ secretId: z.uuid() });
