import { Button, Spinner } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import type { Channel, Team } from "../../shared/teams.ts";
import { AddableList } from "./addable-list.tsx";
import type { AvailableConnector, ConfiguredConnector } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { matches } from "./matches.ts";

interface AvailableListProps {
  readonly team: Team;
  readonly channel: Channel;
  readonly available: readonly AvailableConnector[];
  readonly configured: readonly ConfiguredConnector[];
  readonly find: string;
}

/** Connectors of the team's apps, to be configured; below them those of apps that the team does not have yet. */
export function AvailableList({ team, channel, available, configured, find }: AvailableListProps): ReactElement {
  const styles = useRowListStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const begin = useMutation({
    mutationFn: async (appId: string) =>
      await read(api.channels[":channelId"].connectors.$post({ param: { channelId: channel.id }, json: { appId } })),
    onSuccess: ({ id }) => void navigate({ search: { connectors: "all", configuration: id } }),
  });
  const shown = available.filter((app) => matches(find, app.displayName, app.publisherName));
  return (
    <>
      <ProblemBar error={begin.error} />
      <ul className={styles.list}>
        {shown.map((app) => {
          const count = configured.filter((one) => one.app.id === app.id).length;
          const pending = begin.isPending && begin.variables === app.id;
          return (
            <ConnectorRow
              key={app.id}
              icon={app.icon}
              name={app.displayName}
              second={
                count === 0
                  ? app.publisherName
                  : t("client.connectors.publisherAndCount", { publisher: app.publisherName, count })
              }
              actions={
                <Button
                  appearance="primary"
                  size="small"
                  disabledFocusable={begin.isPending}
                  icon={pending ? <Spinner size="tiny" /> : null}
                  aria-label={t("client.connectors.configureThis", { app: app.displayName })}
                  onClick={() => !begin.isPending && begin.mutate(app.id)}
                >
                  {t("client.connectors.configure")}
                </Button>
              }
            />
          );
        })}
      </ul>
      <AddableList team={team} inTeam={available} found={shown.length} find={find} />
    </>
  );
}
