import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { api, read } from "../../shared/api/client.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { useEveryPage } from "../list/use-every-page.ts";
import { eventText } from "./event-texts.ts";

const eventsAtOnce = "50";

function useHistory(appId: string) {
  return useEveryPage(
    ["app", appId, "history"],
    async (cursor) =>
      await read(
        api.apps[":appId"].history.$get({
          param: { appId },
          query: { limit: eventsAtOnce, ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    1,
  );
}

export type AppEvent = NonNullable<ReturnType<typeof useHistory>["data"]>[number];

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  event: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: "start" },
});

/** What changed about the app, newest first: by whom, when. */
export function HistoryTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useHistory(app.id);
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={5} />}>
      {(events) =>
        events.length === 0 ? (
          <StatePanel icon={<HistoryRegular />} title={t("admin.app.history.none")} />
        ) : (
          <div className={styles.root}>
            <ol className={styles.list}>
              {events.map((event) => (
                <li key={event.position} className={styles.event}>
                  <Text weight="semibold">{eventText(event, t)}</Text>
                  <Text size={200} className={styles.quiet}>
                    {event.actor.displayName ?? t("admin.app.history.parvis")}
                    {" · "}
                    <FormattedDate value={event.occurredAt} dateStyle="medium" timeStyle="medium" />
                    {event.team !== null && ` · ${event.team.displayName}`}
                  </Text>
                </li>
              ))}
            </ol>
            {!query.complete && (
              <Button className={styles.more} onClick={query.readOn}>
                {t("admin.app.more")}
              </Button>
            )}
          </div>
        )
      }
    </QueryView>
  );
}
