import { remembered, rememberForever } from "../shared/remembered.ts";
import type { Team } from "../shared/teams.ts";

export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

const storageKey = "lastChannel";

export function rememberChannel({ teamId, channelId }: ChannelPlace): void {
  rememberForever(storageKey, `${teamId}/${channelId}`);
}

/** Where to begin: the channel that was open last if it is still there, else the first of the first team. */
export function startingChannel(teams: readonly Team[], last = remembered(storageKey)): ChannelPlace | undefined {
  const [teamId, channelId] = last?.split("/") ?? [];
  const known = teams.find((team) => team.id === teamId)?.channels.find((channel) => channel.id === channelId);
  const channel = known ?? teams.find((team) => team.channels.length > 0)?.channels[0];
  return channel && { teamId: channel.teamId, channelId: channel.id };
}
