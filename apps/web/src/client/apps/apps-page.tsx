import { makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { AppsRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { useSession } from "../../shared/session.ts";
import { NothingFound } from "../connectors/nothing-found.tsx";
import { AppGrid, AppGridSkeleton } from "./app-grid.tsx";
import { appsQuery } from "./app-queries.ts";
import { useSettled } from "./use-settled.ts";

const route = getRouteApi("/frame/apps");

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "1200px",
    marginInline: "auto",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  search: { flexGrow: 1, maxWidth: "400px" },
  count: { color: tokens.colorNeutralForeground3 },
});

/** Apps that one may add: "Built for <organisation>". */
export function AppsPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const { search = "" } = route.useSearch();
  const navigate = useNavigate({ from: "/apps" });
  const query = useInfiniteQuery(appsQuery(useSettled(search)));
  const apps = query.data?.pages.flatMap((page) => page.items);
  usePageTitle(t("client.apps.title"));
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("client.apps.title")}
        subtitle={t("client.apps.builtFor", { organisation: organisation.displayName })}
      />
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          aria-label={t("client.apps.search")}
          placeholder={t("client.apps.search")}
          value={search}
          onChange={(_, data) =>
            void navigate({ search: data.value === "" ? {} : { search: data.value }, replace: true })
          }
        />
        {apps !== undefined && apps.length > 0 && (
          <Text className={styles.count} aria-live="polite">
            {query.hasNextPage
              ? t("client.apps.countMore", { count: apps.length })
              : t("client.apps.count", { count: apps.length })}
          </Text>
        )}
      </div>
      {apps === undefined ? (
        query.error === null ? (
          <Delayed>
            <AppGridSkeleton />
          </Delayed>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )
      ) : apps.length > 0 ? (
        <AppGrid
          apps={apps}
          hasMore={query.hasNextPage}
          loadingMore={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
        />
      ) : search === "" ? (
        <NoApps />
      ) : (
        <NothingFound find={search} />
      )}
    </div>
  );
}

function NoApps(): ReactElement {
  const t = useText();
  const { administrator } = useSession();
  return (
    <StatePanel
      icon={<AppsRegular />}
      title={t("client.apps.none")}
      actions={
        administrator && (
          <ButtonLink to="/admin" appearance="primary">
            {t("client.teams.toAdmin")}
          </ButtonLink>
        )
      }
    >
      {administrator ? t("client.apps.noneForAdmin") : t("client.apps.noneForPerson")}
    </StatePanel>
  );
}
