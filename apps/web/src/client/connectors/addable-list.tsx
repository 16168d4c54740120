import { Button, Text } from "@fluentui/react-components";
import { PlugConnectedAddRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { Team } from "../../shared/teams.ts";
import { addableConnectorsQuery } from "./addable-query.ts";
import type { AvailableConnector } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { NothingFound } from "./nothing-found.tsx";

interface AddableListProps {
  readonly team: Team;
  readonly inTeam: readonly AvailableConnector[];
  /** Connectors of the team that are shown above. */
  readonly found: number;
  readonly find: string;
}

/** Apps with a connector that the team does not have yet. */
export function AddableList({ team, inTeam, found, find }: AddableListProps): ReactElement | null {
  const styles = useRowListStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const { data } = useQuery(addableConnectorsQuery(useDeferredValue(find)));
  const addable = data?.filter((app) => !inTeam.some((one) => one.id === app.id));
  if (addable === undefined) return null;
  if (addable.length === 0) {
    if (found > 0) return null;
    return find === "" ? (
      <StatePanel icon={<PlugConnectedAddRegular />} title={t("client.connectors.none")}>
        {t("client.connectors.noneHow")}
      </StatePanel>
    ) : (
      <NothingFound find={find} />
    );
  }
  return (
    <section>
      <Heading level={3} size={300}>
        {t("client.connectors.addable", { team: team.displayName })}
      </Heading>
      {!team.mayManage && (
        <Text block size={200}>
          {t("client.connectors.askOwner", { team: team.displayName })}
        </Text>
      )}
      <ul className={styles.list}>
        {addable.map((app) => (
          <ConnectorRow
            key={app.id}
            icon={app.icons.color}
            name={app.displayName}
            second={app.publisherName}
            actions={
              team.mayManage && (
                <Button
                  size="small"
                  aria-label={t("client.connectors.addThis", { app: app.displayName })}
                  onClick={() => void navigate({ search: { connectors: "all", add: app.id } })}
                >
                  {t("client.connectors.add")}
                </Button>
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
