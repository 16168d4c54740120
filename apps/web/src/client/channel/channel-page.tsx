import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";

const route = getRouteApi("/frame/client/teams/$teamId/channels/$channelId");

export function ChannelPage(): ReactElement {
  const { channelId } = route.useParams();
  return <p>{channelId}</p>;
}
