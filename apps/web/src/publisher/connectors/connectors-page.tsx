import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { PlugConnectedAddRegular, SearchRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { ListSearch } from "../../shared/list/list-search.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { registrationsQuery } from "./registration-queries.ts";

const route = getRouteApi("/frame/publisher/connectors/");

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalM} 0`, padding: 0, maxWidth: "960px" },
  outdated: { opacity: 0.6 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  what: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, flex: "1 1 260px", minWidth: 0 },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere", alignItems: "start" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Connectors that were registered here. */
export function ConnectorsPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(registrationsQuery(search));
  usePageTitle(t("publisher.section.connectors"));
  const register = (appearance: "primary" | "secondary") => (
    <ButtonLink to="/publisher/connectors/new" appearance={appearance} icon={<PlugConnectedAddRegular />}>
      {t("publisher.connectors.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("publisher.section.connectors")}
        subtitle={t("publisher.connectors.subtitle")}
        action={register("primary")}
      />
      <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0 && search === undefined)
            return (
              <StatePanel
                icon={<PlugConnectedAddRegular />}
                title={t("publisher.connectors.none")}
                actions={register("secondary")}
              >
                {t("publisher.connectors.noneHow")}
              </StatePanel>
            );
          return (
            <>
              <ListSearch
                label={t("publisher.connectors.search")}
                value={search}
                onSearch={(words) =>
                  void navigate({ search: words === undefined ? {} : { search: words }, replace: true })
                }
              />
              {items.length === 0 && (
                <StatePanel icon={<SearchRegular />} title={t("publisher.connectors.nothingFound")}>
                  {t("publisher.connectors.nothingFoundHow")}
                </StatePanel>
              )}
              <ul className={mergeClasses(styles.list, query.isPlaceholderData && styles.outdated)}>
                {items.map((one) => {
                  const when = intl.formatDate(one.changedAt, { dateStyle: "medium" });
                  return (
                    <li key={one.connectorId} className={styles.row}>
                      <div className={styles.what}>
                        <AppIcon src={one.logo} size={40} />
                        <div className={styles.words}>
                          <TextLink to="/publisher/connectors/$connectorId" params={{ connectorId: one.connectorId }}>
                            {one.name}
                          </TextLink>
                          <Text size={200} className={styles.quiet}>
                            {one.shortDescription}
                          </Text>
                        </div>
                      </div>
                      <Text size={200} className={styles.quiet}>
                        {one.companyName} · {one.version} ·{" "}
                        {one.changedBy === null
                          ? t("publisher.connectors.when", { when })
                          : t("publisher.connectors.whoWhen", { person: one.changedBy, when })}
                      </Text>
                    </li>
                  );
                })}
              </ul>
              {query.hasNextPage && (
                <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("publisher.connectors.more")}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
    </>
  );
}
