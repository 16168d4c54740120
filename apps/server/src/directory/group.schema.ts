import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { groupKinds, mostGroupsAtOnce, mostMembersAtOnce } from "./group.rules.ts";
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
    members: z.number().int().openapi({ description: "How many people are in it themselves" }),
    groups: z.number().int().openapi({ description: "How many groups are in it themselves" }),
    allMembers: z.number().int().openapi({
      description: "How many people are in it, themselves or by a group within it at any depth, each counted once",
    }),
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

const namedGroup = z.object({ id: z.uuid(), displayName: z.string() });

export const membersQuery = pageQuery.extend({
  which: z.enum(["direct", "all"]).default("direct").openapi({
    description: "`direct`: who is in it themselves; `all`: also whoever is in it by a group within it",
  }),
  search: z.string().trim().max(200).optional().openapi({ description: "Part of the name or sign-in name" }),
});

export const groupMembers = pageOf(
  z
    .object({
      id: z.uuid(),
      upn: z.string(),
      displayName: z.string(),
      direct: z.boolean().openapi({ description: "Whether they are in it themselves" }),
      through: z.array(namedGroup).openapi({
        description: "Groups within it that they are in themselves: the first five by name",
      }),
    })
    .openapi("GroupMember"),
).openapi("GroupMembers");

export const newNestedGroups = z
  .object({
    groups: z
      .array(z.string().trim().min(1).max(256).openapi({ description: "A group's id or name", example: "Sellers" }))
      .min(1)
      .max(mostGroupsAtOnce),
  })
  .openapi("NewNestedGroups");

export const groupPath = z.object({ groupId: z.uuid() });
export const memberPath = groupPath.extend({ personId: z.uuid() });
export const nestedPath = groupPath.extend({ nestedId: z.uuid() });
