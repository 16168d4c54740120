import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Problem } from "../../shared/api/problem.ts";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { type Channel, type Team, teamQuery, teamsQuery } from "../../shared/teams.ts";

interface ChannelView {
  readonly team: Team | undefined;
  readonly channel: Channel | undefined;
  /** In place of the channel: it is not there, or could not be read. */
  readonly problem: ReactElement | undefined;
}

/** A channel with its team: from the list of one's teams, else (for administrators) asked for by itself. */
export function useChannel(teamId: string, channelId: string): ChannelView {
  const teams = useQuery(teamsQuery);
  const mine = teams.data?.find((team) => team.id === teamId);
  const alone = useQuery({ ...teamQuery(teamId), enabled: teams.data !== undefined && mine === undefined });
  const team = mine ?? alone.data;
  const channel = team?.channels.find((one) => one.id === channelId);
  const missing = team !== undefined && channel === undefined ? new Problem({ code: "channel/not-found" }) : null;
  const error = (team === undefined && (teams.error ?? alone.error)) || missing;
  const retry = () => void (teams.error === null ? alone.refetch() : teams.refetch());
  return {
    team,
    channel,
    problem: error ? (
      <ErrorState level={1} error={error} {...(missing === null ? { onRetry: retry } : {})} />
    ) : undefined,
  };
}
