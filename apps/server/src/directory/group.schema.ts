import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { groupKinds, mostMembersAtOnce } from "./group.rules.ts";
import { upn } from "./person.schema.ts";

export const groupName = z.string().trim().min(1).max(256).openapi({ example: "Frontline staff" });
const description = z.string().trim().max(1_024);

export const groupKind = z
  .enum(groupKinds)
  .openapi({ description: "As in Entra and Exchange; the kind changes nothing about policies" });

export const group = z
  .object({
    id: z.uuid(),
    displayName: groupName,
    description,
    kind: groupKind,
    members: z.number().int().openapi({ description: "How many people are in it" }),
    createdAt: z.iso.datetime(),
  })
  .openapi("Group");

export const groups = pageOf(group).openapi("Groups");

export const groupsQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the group's name" }),
});

const personRef = z
  .union([z.uuid(), upn])
  .openapi({ description: "Somebody's id or sign-in name", example: "megan@contoso.test" });

export const newGroup = z
  .object({
    displayName: groupName,
    description: description.default(""),
    kind: groupKind.default("security"),
    members: z.array(personRef).max(mostMembersAtOnce).default([]),
  })
  .openapi("NewGroup");

export const groupChange = z
  .object({ displayName: groupName.optional(), description: description.optional() })
  .openapi("GroupChange");

export const newMembers = z
  .object({ people: z.array(personRef).min(1).max(mostMembersAtOnce) })
  .openapi("NewGroupMembers");

export const groupMembers = pageOf(
  z.object({ id: z.uuid(), upn: z.string(), displayName: z.string() }).openapi("GroupMember"),
).openapi("GroupMembers");

export const groupPath = z.object({ groupId: z.uuid() });
export const memberPath = groupPath.extend({ personId: z.uuid() });
