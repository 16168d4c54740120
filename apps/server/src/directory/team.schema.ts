import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../platform/http/page.ts";
import { upn } from "./person.schema.ts";

const name = z.string().trim().min(1).max(128);
/** Graph's limit on channel names. */
const channelName = z.string().trim().min(1).max(50);
export const teamRole = z.enum(["owner", "member"]);

export const channel = z
  .object({ id: z.uuid(), teamId: z.uuid(), displayName: z.string(), isGeneral: z.boolean() })
  .openapi("Channel");

export const team = z
  .object({
    id: z.uuid(),
    displayName: z.string(),
    description: z.string(),
    role: teamRole
      .nullable()
      .openapi({ description: "The asking person's role; null for an administrator outside the team" }),
    mayManage: z.boolean().openapi({ description: "Whether the asking person may change the team and add apps to it" }),
    channels: z.array(channel).openapi({ description: "General first, then by name" }),
  })
  .openapi("Team");

export const teams = pageOf(team).openapi("Teams");

export const teamsQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional(),
  all: z.stringbool().default(false).openapi({ description: "Every team of the organisation; administrators only" }),
});

export const newTeam = z
  .object({
    displayName: name,
    description: z.string().trim().max(1024).default(""),
    owners: z.array(z.uuid()).max(100).default([]).openapi({ description: "Person ids; the asking person when empty" }),
    members: z.array(z.uuid()).max(1000).default([]),
    channels: z
      .array(channelName)
      .max(200)
      .default([])
      .openapi({ description: "Beside General, which every team has" }),
  })
  .openapi("NewTeam");

export const newChannel = z.object({ displayName: channelName }).openapi("NewChannel");

export const member = z.object({ personId: z.uuid(), upn, displayName: z.string(), role: teamRole }).openapi("Member");
export const members = pageOf(member).openapi("Members");
export const newMember = z.object({ upn, role: teamRole.default("member") }).openapi("NewMember");

export const teamMail = z
  .object({
    address: z
      .email()
      .max(320)
      .nullable()
      .openapi({ description: "Where mail for the whole team goes; null: to each member at their sign-in name" }),
  })
  .openapi("TeamMail");

export const teamSettings = z
  .object({
    membersMayUpload: z
      .boolean()
      .openapi({ description: "Whether members, who are no owners, upload custom apps for the team" }),
    set: z
      .object({
        membersMayUpload: z.object({
          setBy: z.string().nullable(),
          setByName: z.string().nullable(),
          since: z.iso.datetime().nullable(),
        }),
      })
      .openapi({ description: "Who decided each of them, and when; all null while nobody has" }),
    mayChange: z.boolean().openapi({ description: "Owners and administrators may" }),
  })
  .openapi("TeamSettings");

export const teamSettingsChange = z
  .strictObject({ membersMayUpload: z.boolean().optional() })
  .openapi("TeamSettingsChange");

export const teamPath = z.object({ teamId: z.uuid() });
export const memberPath = teamPath.extend({ personId: z.uuid() });
