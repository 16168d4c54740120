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
import { mayRemoveFrom, teamSwitchesQuery } from "../../shared/connector-switches.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { useTabInView } from "../../shared/layout/tab-in-view.ts";
import type { Channel, Team } from "../../shared/teams.ts";
import type { ConnectorList } from "../client-search.ts";
import { AvailableList } from "./available-list.tsx";
import { ConfiguredList } from "./configured-list.tsx";
import { channelConnectorsQuery } from "./connector-queries.ts";
import { SwitchedOffBar } from "./switched-off-bar.tsx";
import { WebhookList } from "./webhook-list.tsx";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  // Four of them are wider than a phone.
  tabs: { maxWidth: "100%", overflowX: "auto" },
  content: { minHeight: "min(50vh, 360px)" },
  search: { flexGrow: 1, maxWidth: "280px" },
});

interface ConnectorsBodyProps {
  readonly team: Team;
  readonly channel: Channel;
  readonly list: ConnectorList;
  readonly find: string;
  readonly onClose: () => void;
}

/** The lists of the connectors dialog: all that could be configured, and those that are. */
export function ConnectorsBody({ team, channel, list, find, onClose }: ConnectorsBodyProps): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const isNarrow = useNarrow();
  const tabs = useTabInView(list);
  const query = useQuery(channelConnectorsQuery(channel.id));
  const switches = useQuery(teamSwitchesQuery(team.id)).data;
  // Until the answer is there: the server refuses by itself.
  const mayConfigure = (switches?.refusal ?? null) === null;
  const counted = (label: string, count: number | undefined) =>
    count === undefined || count === 0 ? label : t("client.connectors.tabCount", { label, count });
  return (
    <DialogBody>
      <DialogTitle>{t("client.connectors.title", { channel: channel.displayName })}</DialogTitle>
      <DialogContent className={mergeClasses(dialog.content, styles.content)}>
        <div className={styles.tools}>
          <TabList
            ref={tabs}
            className={styles.tabs}
            size={isNarrow ? "small" : "medium"}
            selectedValue={list}
            onTabSelect={(_, data) =>
              void navigate({
                search: ({ step: _step, ...before }) => ({ ...before, connectors: data.value as ConnectorList }),
                replace: true,
              })
            }
          >
            <Tab value="all">{t("client.connectors.all")}</Tab>
            <Tab value="uploaded">{t("client.connectors.uploaded")}</Tab>
            <Tab value="configured">{counted(t("client.connectors.configured"), query.data?.configured.length)}</Tab>
            <Tab value="webhooks">{counted(t("client.connectors.webhooks"), query.data?.webhooks.length)}</Tab>
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
        <SwitchedOffBar switches={switches} />
        <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
          {({ available, configured, webhooks }) => {
            const common = { team, find, mayConfigure };
            const mayRemove = mayRemoveFrom(switches);
            if (list === "configured")
              return <ConfiguredList {...common} mayRemove={mayRemove} configured={configured} />;
            if (list === "webhooks") return <WebhookList {...common} mayRemove={mayRemove} webhooks={webhooks} />;
            return (
              <AvailableList
                {...common}
                channel={channel}
                available={available}
                configured={configured}
                uploaded={list === "uploaded"}
              />
            );
          }}
        </QueryView>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.close")}</Button>
      </DialogActions>
    </DialogBody>
  );
}
