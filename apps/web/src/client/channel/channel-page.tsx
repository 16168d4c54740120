import { makeStyles } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { addCatalogue } from "../../shared/language/language-store.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { patiently } from "../../shared/patient-import.ts";
import { rememberChannel } from "../last-channel.ts";
import { ChannelHeader } from "./channel-header.tsx";
import { ChannelPosts } from "./channel-posts.tsx";
import { feedSource } from "./feed-source.ts";
import { useChannel } from "./use-channel.tsx";

const route = getRouteApi("/frame/client/teams/$teamId/channels/$channelId");

/** Loaded when it is first opened, and kept: pages in it may have something to end. */
const ConnectorsDialog = lazy(
  patiently(async () => {
    const [{ connectorMessages }, { webhookMessages }, { ConnectorsDialog: Loaded }] = await Promise.all([
      import("../connectors/locales/index.ts"),
      import("../webhooks/locales/index.ts"),
      import("../connectors/connectors-dialog.tsx"),
    ]);
    await Promise.all([addCatalogue(connectorMessages), addCatalogue(webhookMessages)]);
    return { default: Loaded };
  }),
);

const useStyles = makeStyles({ root: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 } });

/** A channel: its header and its posts. */
export function ChannelPage(): ReactElement {
  const styles = useStyles();
  const { teamId, channelId } = route.useParams();
  const { team, channel, problem } = useChannel(teamId, channelId);
  const source = feedSource(useQueryClient(), channelId);
  usePageTitle(channel && team && `${channel.displayName} · ${team.displayName}`);
  const wanted = route.useSearch().connectors !== undefined;
  useFocusReturn(wanted);
  const [opened, setOpened] = useState(false);
  if (wanted && !opened) setOpened(true);
  const known = channel !== undefined;
  useEffect(() => {
    if (known) rememberChannel({ teamId, channelId });
  }, [known, teamId, channelId]);
  if (problem) return problem;
  return (
    <div className={styles.root}>
      <ChannelHeader team={team} channel={channel} />
      <ChannelPosts key={channelId} channelId={channelId} channel={channel} source={source} />
      {opened && team && channel && (
        <Suspense>
          <ConnectorsDialog key={channelId} team={team} channel={channel} />
        </Suspense>
      )}
    </div>
  );
}
