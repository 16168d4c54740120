import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { HistoryRegular, SearchRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { ListSearch } from "../../shared/list/list-search.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { verdicts, type WebhookSearch } from "../client-search.ts";
import { type Delivery, deliveriesQuery } from "./delivery-queries.ts";
import { foundDeliveries, wantedId } from "./find-deliveries.ts";
import { useReasonText, useVerdictWords, VerdictBadge } from "./verdict-badge.tsx";
import type { Webhook } from "./webhook.ts";

const DeliveryDrawer = lazy(
  patiently(async () => ({ default: (await import("./delivery-drawer.tsx")).DeliveryDrawer })),
);

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  count: { marginInlineStart: "auto", color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  outdated: { opacity: 0.6 },
  item: {
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  row: {
    ...typographyStyles.body1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    width: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    textAlign: "start",
    cursor: "pointer",
    // High contrast turns the background round, so the words go with it.
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ":hover > .fui-Text": { color: tokens.colorNeutralForeground3Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  open: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1Selected,
    "& > .fui-Text": { color: tokens.colorNeutralForeground3Selected },
  },
  what: { flex: "1 1 240px", minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground3 },
  time: { minWidth: "152px" },
  more: { alignSelf: "start" },
});

interface DeliveriesTabProps {
  readonly webhook: Pick<Webhook, "id" | "name" | "icon" | "channelId">;
  readonly mayConfigure: boolean;
  readonly search: WebhookSearch;
  readonly onSearch: (next: WebhookSearch) => void;
}

/** What was posted to a webhook in the last thirty days, and what became of it. */
export function DeliveriesTab({ webhook, mayConfigure, search, onSearch }: DeliveriesTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const words = useVerdictWords();
  const { verdict, find, delivery } = search;
  const query = useInfiniteQuery(deliveriesQuery(webhook.id, verdict));
  useFocusReturn(delivery !== undefined);
  const filtered = verdict !== undefined || find !== undefined;
  const change = (part: { [Key in keyof WebhookSearch]?: WebhookSearch[Key] | undefined }) => {
    const next = { ...search, ...part };
    onSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as WebhookSearch);
  };
  const id = wantedId(find);

  return (
    <div className={styles.root}>
      <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items);
          const shown = foundDeliveries(all, find);
          if (all.length === 0 && !filtered)
            return (
              <StatePanel icon={<HistoryRegular />} title={t("client.webhooks.deliveries.none")}>
                {t("client.webhooks.deliveries.noneHow")}
              </StatePanel>
            );
          const count = query.hasNextPage
            ? t("client.webhooks.deliveries.soFar", { count: shown.length })
            : t("client.webhooks.deliveries.count", { count: shown.length });
          return (
            <>
              <div className={styles.tools}>
                <ListSearch
                  label={t("client.webhooks.deliveries.search")}
                  value={find}
                  onSearch={(text) => change({ find: text })}
                />
                <FilterChips
                  label={t("client.webhooks.deliveries.filter")}
                  choices={verdicts.map((value) => ({ value, label: words[value] }))}
                  value={verdict}
                  onChoose={(value) => change({ verdict: value })}
                />
                <Text size={200} className={styles.count} aria-live="polite">
                  {count}
                </Text>
              </div>
              {shown.length === 0 && (
                <StatePanel
                  icon={<SearchRegular />}
                  title={t("client.webhooks.deliveries.nothing")}
                  actions={
                    id === undefined ? (
                      <Button onClick={() => change({ find: undefined, verdict: undefined })}>
                        {t("client.webhooks.deliveries.clear")}
                      </Button>
                    ) : (
                      <Button onClick={() => change({ delivery: id })}>{t("client.webhooks.deliveries.lookUp")}</Button>
                    )
                  }
                >
                  {query.hasNextPage
                    ? t("client.webhooks.deliveries.nothingSoFar")
                    : t("client.webhooks.deliveries.nothingHow")}
                </StatePanel>
              )}
              <ul className={mergeClasses(styles.list, query.isPlaceholderData && styles.outdated)}>
                {shown.map((one) => (
                  <li key={one.id} className={styles.item}>
                    <DeliveryRow
                      delivery={one}
                      ofChannel={webhook.channelId !== null}
                      isOpen={one.id === delivery}
                      onOpen={() => change({ delivery: one.id })}
                    />
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button
                  className={styles.more}
                  disabledFocusable={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t("client.apps.more")}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
      {delivery !== undefined && (
        <Suspense>
          <DeliveryDrawer
            configurationId={webhook.id}
            deliveryId={delivery}
            channelId={webhook.channelId}
            author={{ name: webhook.name, icon: webhook.icon ?? null }}
            mayConfigure={mayConfigure}
            onOpen={(other) => change({ delivery: other })}
            onClose={() => change({ delivery: undefined })}
          />
        </Suspense>
      )}
    </div>
  );
}

interface DeliveryRowProps {
  readonly delivery: Delivery;
  /** What is told of a card whose words one may not read, or that no channel keeps. */
  readonly ofChannel: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function DeliveryRow({ delivery, ofChannel, isOpen, onOpen }: DeliveryRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const size = useSize();
  const reasonText = useReasonText();
  const { verdict, reason, summary, userAgent, againOf, status } = delivery;
  const untold = ofChannel ? t("client.webhooks.deliveries.unreadable") : t("client.webhooks.deliveries.card");
  const what = reason === null ? (summary ?? untold) : reasonText(reason);
  const from = againOf === null ? userAgent : t("client.webhooks.deliveries.again");
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, isOpen && styles.open)}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Text size={200} className={mergeClasses(styles.quiet, styles.time)}>
        {intl.formatDate(delivery.createdAt, { dateStyle: "medium", timeStyle: "medium" })}
      </Text>
      <VerdictBadge verdict={verdict} />
      <span className={styles.what}>{what}</span>
      <Text size={200} className={styles.quiet}>
        {[from, size(delivery.size), String(status)].filter((part) => part !== null).join(" · ")}
      </Text>
    </button>
  );
}
