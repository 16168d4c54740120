import { Button, Spinner } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import type { Channel, Team } from "../../shared/teams.ts";
import { AddableList } from "./addable-list.tsx";
import type { AvailableConnector, ConfiguredConnector } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { NothingFound } from "./nothing-found.tsx";

interface AvailableListProps {
  readonly team: Team;
  readonly channel: Channel;
  readonly available: readonly AvailableConnector[];
  readonly configured: readonly ConfiguredConnector[];
  readonly find: string;
  readonly mayConfigure: boolean;
  /** Only apps that were uploaded for this team, and not for the organisation. */
  readonly uploaded: boolean;
}

/** Connectors of the team's apps, to be configured; below them those of apps that the team does not have yet. */
export function AvailableList(props: AvailableListProps): ReactElement {
  const { team, channel, available, configured, find, mayConfigure, uploaded } = props;
  const styles = useRowListStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const begin = useMutation({
    mutationFn: async (appId: string) =>
      await read(api.channels[":channelId"].connectors.$post({ param: { channelId: channel.id }, json: { appId } })),
    onSuccess: ({ id }) => void navigate({ search: { connectors: "all", configuration: id } }),
  });
  const listed = uploaded ? available.filter((app) => app.distribution === "sideloaded") : available;
  const shown = listed.filter((app) => matches(find, app.displayName, app.publisherName));
  if (uploaded && shown.length === 0) {
    return find === "" ? (
      <StatePanel icon={<ArrowUploadRegular />} title={t("client.connectors.noneUploaded")}>
        {t("client.connectors.noneUploadedHow")}
      </StatePanel>
    ) : (
      <NothingFound find={find} />
    );
  }
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
                  disabledFocusable={begin.isPending || !mayConfigure}
                  icon={pending ? <Spinner size="tiny" /> : null}
                  aria-label={t("client.connectors.configureThis", { app: app.displayName })}
                  onClick={() => !begin.isPending && mayConfigure && begin.mutate(app.id)}
                >
                  {t("client.connectors.configure")}
                </Button>
              }
            />
          );
        })}
      </ul>
      {!uploaded && <AddableList team={team} inTeam={available} found={shown.length} find={find} />}
    </>
  );
}
