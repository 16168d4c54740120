import { Button } from "@fluentui/react-components";
import { ChatEmptyRegular, PlugConnectedAddRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import type { Channel } from "../../shared/teams.ts";
import type { FeedSource } from "./feed-source.ts";
import { MessageList } from "./message-list.tsx";

interface ChannelPostsProps {
  readonly channelId: string;
  readonly channel: Channel | undefined;
  readonly source: FeedSource;
}

export function ChannelPosts({ channelId, channel, source }: ChannelPostsProps): ReactElement {
  const t = useText();
  const { feed, error } = useObservable(source.state);
  useEffect(() => source.wake(), [source]);
  if (feed === undefined) {
    return error === undefined ? (
      <Delayed>
        <RowSkeletons rows={5} />
      </Delayed>
    ) : (
      <ErrorState error={error} onRetry={() => void source.refresh()} />
    );
  }
  if (feed.messages.length === 0) return <NoPosts />;
  return (
    <MessageList
      channelId={channelId}
      source={source}
      feed={feed}
      label={t("client.channel.posts", { channel: channel?.displayName ?? "" })}
    />
  );
}

function NoPosts(): ReactElement {
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  return (
    <StatePanel
      icon={<ChatEmptyRegular />}
      title={t("client.channel.none")}
      actions={
        <Button
          appearance="primary"
          icon={<PlugConnectedAddRegular />}
          onClick={() => void navigate({ search: { connectors: "all" } })}
        >
          {t("client.channel.addConnector")}
        </Button>
      }
    >
      {t("client.channel.noneHow")}
    </StatePanel>
  );
}
