import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { leastPasswordLength, mostPasswordLength, roleNames } from "./person.rules.ts";

export const role = z.enum(roleNames).openapi({ description: "Entra's role names; `operator` runs the store" });

export const upn = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, "Expected a sign-in name such as megan@contoso.test")
  .openapi({ description: "Sign-in name (user principal name), any case", example: "megan@contoso.test" });

export const displayName = z.string().trim().min(1).max(256).openapi({ example: "Megan Bowen" });

export const password = z
  .string()
  .min(leastPasswordLength, `At least ${leastPasswordLength} characters`)
  .max(mostPasswordLength)
  .openapi({ format: "password" });

export const person = z
  .object({
    id: z.uuid(),
    upn,
    displayName,
    roles: z.array(role),
    createdAt: z.iso.datetime(),
  })
  .openapi("Person");

export const people = pageOf(person).openapi("People");

export const peopleQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of a name or sign-in name" }),
});

export const newPerson = z
  .object({
    upn,
    displayName,
    password: password.optional().openapi({ description: "Without one the person cannot sign in yet" }),
    roles: z.array(role).default([]),
  })
  .openapi("NewPerson");

export const personChange = z
  .object({ displayName: displayName.optional(), password: password.optional(), roles: z.array(role).optional() })
  .openapi("PersonChange");

export const personPath = z.object({ personId: z.uuid() });
