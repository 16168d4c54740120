import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  mergeClasses,
  SearchBox,
  Tab,
  TabList,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Channel, Team } from "../../shared/teams.ts";
import { AvailableList } from "./available-list.tsx";
import { ConfiguredList } from "./configured-list.tsx";
import { channelConnectorsQuery } from "./connector-queries.ts";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  content: { minHeight: "min(50vh, 360px)" },
  search: { flexGrow: 1, maxWidth: "280px" },
});

interface ConnectorsBodyProps {
  readonly team: Team;
  readonly channel: Channel;
  readonly list: "all" | "configured";
  readonly find: string;
  readonly onClose: () => void;
}

/** The lists of the connectors dialog: all that could be configured, and those that are. */
export function ConnectorsBody({ team, channel, list, find, onClose }: ConnectorsBodyProps): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const query = useQuery(channelConnectorsQuery(channel.id));
  const count = query.data?.configured.length;
  return (
    <DialogBody>
      <DialogTitle>{t("client.connectors.title", { channel: channel.displayName })}</DialogTitle>
      <DialogContent className={mergeClasses(dialog.content, styles.content)}>
        <div className={styles.tools}>
          <TabList
            selectedValue={list}
            onTabSelect={(_, data) =>
              void navigate({
                search: (before) => ({ ...before, connectors: data.value as typeof list }),
                replace: true,
              })
            }
          >
            <Tab value="all">{t("client.connectors.all")}</Tab>
            <Tab value="configured">
              {count === undefined
                ? t("client.connectors.configured")
                : t("client.connectors.configuredCount", { count })}
            </Tab>
          </TabList>
          <SearchBox
            className={styles.search}
            aria-label={t("client.connectors.search")}
            placeholder={t("client.connectors.search")}
            value={find}
            onChange={(_, data) =>
              void navigate({
                search: ({ find: _old, ...before }) => (data.value === "" ? before : { ...before, find: data.value }),
                replace: true,
              })
            }
          />
        </div>
        <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
          {({ available, configured }) =>
            list === "all" ? (
              <AvailableList team={team} channel={channel} available={available} configured={configured} find={find} />
            ) : (
              <ConfiguredList configured={configured} find={find} />
            )
          }
        </QueryView>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.close")}</Button>
      </DialogActions>
    </DialogBody>
  );
}
