import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { useNarrow } from "../shared/layout/narrow.ts";
import { usePageTitle } from "../shared/layout/page-title.ts";
import { teamsQuery } from "../shared/teams.ts";
import { startingChannel } from "./last-channel.ts";

/** `/`: goes on where the person stopped. On a phone the list of teams is the page. */
export function HomePage(): ReactElement | null {
  const t = useText();
  const isNarrow = useNarrow();
  const { data: teams } = useQuery(teamsQuery);
  usePageTitle(t("client.teams.title"));
  const place = isNarrow || teams === undefined ? undefined : startingChannel(teams);
  return place === undefined ? null : (
    <Navigate to="/teams/$teamId/channels/$channelId" params={{ ...place }} replace />
  );
}
