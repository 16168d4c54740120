import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { isId, newId } from "../platform/identifiers.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { findPerson, findPersonByUpn } from "./person.store.ts";
import { compareChannels, generalChannel, mayManageTeam, maySeeTeam, type TeamRole } from "./team.rules.ts";
import * as store from "./team.store.ts";

export type { TeamSettings } from "./team.store.ts";

export interface NewTeam {
  /** A new one when left out. */
  readonly id?: string | undefined;
  readonly displayName: string;
  readonly description: string;
  /** Person ids. At least one. */
  readonly owners: readonly string[];
  readonly members: readonly string[];
  /** Beside General, which is always made. */
  readonly channels: readonly string[];
}

export type TeamService = ReturnType<typeof teamService>;

/** Teams, their members and channels, and what somebody may do with them. */
export function teamService({ database, now }: Pick<Platform, "database" | "now">) {
  /**
   * The team, for somebody who may see it; a team that one may not see does not exist for one.
   * @throws ParvisError team/not-found
   */
  async function see(
    identity: Identity,
    teamId: string,
  ): Promise<store.Team & { role: TeamRole | undefined; mayManage: boolean }> {
    const { tenantId, personId } = identity;
    const [team, role] = await Promise.all([
      store.findTeam(database.sql, tenantId, teamId),
      store.findRole(database.sql, tenantId, teamId, personId),
    ]);
    const standing = { role, administrator: isAdministrator(identity) };
    if (team === undefined || !maySeeTeam(standing)) throw new ParvisError("team/not-found");
    return { ...team, role, mayManage: mayManageTeam(standing) };
  }

  /** As {@link see}, for a change. @throws ParvisError team/not-found, team/owner-required */
  async function manage(identity: Identity, teamId: string): Promise<store.Team> {
    const team = await see(identity, teamId);
    if (!team.mayManage)
      throw new ParvisError("team/owner-required", { detail: `Ask an owner of ${team.displayName} to do this.` });
    return team;
  }

  async function addChannelIn(
    tx: Parameters<typeof store.insertChannel>[0],
    origin: Origin,
    teamId: string,
    displayName: string,
    isGeneral: boolean,
  ) {
    const channel = { id: newId(), teamId, displayName: displayName.trim(), isGeneral };
    if (!(await store.insertChannel(tx, origin.tenantId, channel))) {
      throw new ParvisError("channel/name-taken", { detail: `The team has a channel ${channel.displayName} already.` });
    }
    return channel;
  }

  return {
    see,
    manage,

    /** @throws ParvisError channel/name-taken when a name stands twice. */
    async create(origin: Origin, team: NewTeam): Promise<store.Team> {
      const made = {
        id: team.id ?? newId(),
        displayName: team.displayName.trim(),
        description: team.description.trim(),
      };
      return await command(database, origin, async (tx) => {
        await store.insertTeam(tx, origin.tenantId, made);
        const others = team.channels.filter((name) => name.trim().toLowerCase() !== generalChannel.toLowerCase());
        await addChannelIn(tx, origin, made.id, generalChannel, true);
        for (const name of others) await addChannelIn(tx, origin, made.id, name, false);
        for (const id of team.members) await store.putMember(tx, origin.tenantId, made.id, id, "member");
        for (const id of team.owners) await store.putMember(tx, origin.tenantId, made.id, id, "owner");
        return {
          event: { operation: "TeamCreated", teamId: made.id, subjectId: made.id, detail: { name: made.displayName } },
          result: made,
        };
      });
    },

    /** @throws ParvisError channel/name-taken */
    async addChannel(origin: Origin, teamId: string, displayName: string): Promise<store.Channel> {
      return await command(database, origin, async (tx) => {
        const channel = await addChannelIn(tx, origin, teamId, displayName, false);
        const event = {
          operation: "ChannelAdded",
          teamId,
          channelId: channel.id,
          subjectId: channel.id,
          detail: { name: channel.displayName },
        };
        return { event, result: channel };
      });
    },

    /** @param person an id or a sign-in name. @throws ParvisError person/not-found, team/last-owner */
    async putMember(
      origin: Origin,
      teamId: string,
      person: { id?: string; upn?: string },
      role: TeamRole,
    ): Promise<void> {
      await command(database, origin, async (tx) => {
        const { tenantId } = origin;
        const found =
          person.id === undefined
            ? await findPersonByUpn(tx, tenantId, person.upn?.trim().toLowerCase() ?? "")
            : await findPerson(tx, tenantId, person.id);
        if (found === undefined)
          throw new ParvisError("person/not-found", { detail: `There is no ${person.upn ?? person.id} here.` });
        await store.putMember(tx, tenantId, teamId, found.id, role);
        if ((await store.countOwners(tx, tenantId, teamId)) === 0) throw new ParvisError("team/last-owner");
        return {
          event: { operation: "MemberAdded", teamId, subjectId: found.id, detail: { upn: found.upn, role } },
          result: undefined,
        };
      });
    },

    /** @throws ParvisError person/not-found, team/last-owner */
    async removeMember(origin: Origin, teamId: string, personId: string): Promise<void> {
      await command(database, origin, async (tx) => {
        if (!(await store.deleteMember(tx, origin.tenantId, teamId, personId)))
          throw new ParvisError("person/not-found");
        if ((await store.countOwners(tx, origin.tenantId, teamId)) === 0) throw new ParvisError("team/last-owner");
        return { event: { operation: "MemberRemoved", teamId, subjectId: personId }, result: undefined };
      });
    },

    /** A page of teams with their channels in order, in two queries. One more than the limit tells that there is another page. */
    async list(identity: Identity, page: Omit<store.TeamPage, "memberId"> & { all: boolean }) {
      const memberId = page.all ? undefined : identity.personId;
      const teams = await store.listTeams(database.sql, identity.tenantId, identity.personId, { ...page, memberId });
      const channels = await store.listChannels(
        database.sql,
        identity.tenantId,
        teams.map((team) => team.id),
      );
      return teams.map((team) => ({
        ...team,
        channels: channels.filter((channel) => channel.teamId === team.id).sort(compareChannels),
      }));
    },

    /** Every team, in order of name; one more than the limit tells that there is another page. */
    async all(tenantId: string, page: Omit<store.TeamPage, "memberId" | "search">) {
      return await store.listTeams(database.sql, tenantId, tenantId, {
        ...page,
        search: undefined,
        memberId: undefined,
      });
    },

    async channels(tenantId: string, teamId: string): Promise<store.Channel[]> {
      return (await store.listChannels(database.sql, tenantId, [teamId])).sort(compareChannels);
    },

    /** The channel with its team, for somebody who may see them. @throws ParvisError channel/not-found */
    async seeChannel(identity: Identity, channelId: string) {
      const channel = await store.findChannel(database.sql, identity.tenantId, channelId);
      if (channel === undefined) throw new ParvisError("channel/not-found");
      const team = await see(identity, channel.teamId).catch((error: unknown) => {
        throw error instanceof ParvisError ? new ParvisError("channel/not-found") : error;
      });
      return { channel, team };
    },

    async members(
      tenantId: string,
      teamId: string,
      page: Parameters<typeof store.listMembers>[3],
    ): Promise<store.Member[]> {
      return await store.listMembers(database.sql, tenantId, teamId, page);
    },

    /** Everybody's role in a team, by person id. */
    async roles(tenantId: string, teamId: string): Promise<[string, TeamRole][]> {
      return (await store.listRoles(database.sql, tenantId, teamId)).map((row) => [row.personId, row.role]);
    },

    /** What a team and one of its channels are called, for mails and relays; null for what is gone. */
    async names(
      tenantId: string,
      teamId: string | null,
      channelId: string | null,
    ): Promise<{ team: string | null; channel: string | null }> {
      const [team, channel] = await Promise.all([
        teamId === null ? undefined : store.findTeam(database.sql, tenantId, teamId),
        channelId === null ? undefined : store.findChannel(database.sql, tenantId, channelId),
      ]);
      return { team: team?.displayName ?? null, channel: channel?.displayName ?? null };
    },

    /** The address that mail for a whole team goes to; null when each member gets their own. */
    async mailAddress(tenantId: string, teamId: string): Promise<string | null> {
      return (await store.findMailAddress(database.sql, tenantId, teamId)) ?? null;
    },

    async setMailAddress(origin: Origin, teamId: string, address: string | null): Promise<void> {
      await command(database, origin, async (tx) => {
        await store.setMailAddress(tx, origin.tenantId, teamId, address);
        const event = { operation: "Parvis.TeamMailAddressChanged", teamId, subjectId: teamId, detail: { address } };
        return { event, result: undefined };
      });
    },

    /** What somebody is in a team, and what it lets members do; undefined when they are not in it. */
    async standing(tenantId: string, personId: string, teamId: string) {
      return await store.findStanding(database.sql, tenantId, teamId, personId);
    },

    /** @throws ParvisError team/not-found */
    async settings(tenantId: string, teamId: string): Promise<store.TeamSettings> {
      const found = (await store.findSettings(database.sql, tenantId, [teamId])).get(teamId);
      if (found === undefined) throw new ParvisError("team/not-found");
      return found;
    },

    /** By id; unknown ones are left out. */
    async settingsOf(tenantId: string, teamIds: readonly string[]): Promise<Map<string, store.TeamSettings>> {
      return await store.findSettings(database.sql, tenantId, teamIds);
    },

    /** What is the same already stays. @throws ParvisError team/not-found */
    async changeSettings(
      origin: Origin,
      teamId: string,
      { membersMayUpload }: { membersMayUpload?: boolean | undefined },
    ): Promise<store.TeamSettings> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const before = (await store.findSettings(tx, tenantId, [teamId])).get(teamId);
        if (before === undefined) throw new ParvisError("team/not-found");
        const from = before.membersMayUpload.value;
        const to = membersMayUpload ?? from;
        const after = from === to ? before.membersMayUpload : { value: to, setBy: authorOf(origin), setAt: now() };
        if (from !== to) await store.setMembersMayUpload(tx, tenantId, teamId, after);
        const detail = from === to ? {} : { membersMayUpload: { from, to } };
        const event = { operation: "TeamSettingChanged", teamId, subjectId: teamId, detail };
        return { event, result: { membersMayUpload: after } };
      });
    },

    async teamIdsOf(tenantId: string, personId: string): Promise<string[]> {
      return await store.teamIdsOf(database.sql, tenantId, personId);
    },

    /** What teams and channels are called; unknown ids are left out. */
    async placeNames(tenantId: string, ids: { teams: readonly string[]; channels: readonly string[] }) {
      return await store.findPlaceNames(database.sql, tenantId, ids);
    },

    /** Groups by id, address, alias or display name; more than one when it does not tell them apart. */
    async findByIdentity(tenant: { id: string; domain: string }, identity: string): Promise<store.Group[]> {
      const wanted = identity.trim();
      const [local, domain] = wanted.split("@");
      const aliasOfAddress = domain?.toLowerCase() === tenant.domain ? local : undefined;
      return await store.findGroups(database.sql, tenant.id, {
        id: isId(wanted) ? wanted : undefined,
        text: wanted,
        aliasOfAddress,
      });
    },

    async listGroups(tenantId: string, page: Parameters<typeof store.listGroups>[2]): Promise<store.Group[]> {
      return await store.listGroups(database.sql, tenantId, page);
    },

    async find(tenantId: string, teamId: string): Promise<store.Team | undefined> {
      return await store.findTeam(database.sql, tenantId, teamId);
    },

    async findByName(tenantId: string, displayName: string): Promise<store.Team | undefined> {
      return await store.findTeamByName(database.sql, tenantId, displayName);
    },
  };
}
