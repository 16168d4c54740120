import { MessageBar, MessageBarBody, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { AppFolderRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { narrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { useSession } from "../../shared/session.ts";
import type { AppsSearch } from "../client-search.ts";
import { NothingFound } from "../connectors/nothing-found.tsx";
import { categoryText } from "./app-category.ts";
import { AppGrid, AppGridSkeleton } from "./app-grid.tsx";
import { appsQuery } from "./app-queries.ts";
import { AppSections, NoApps } from "./app-sections.tsx";
import { type Category, categories } from "./categories.ts";
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
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalM,
    marginBlockEnd: tokens.spacingVerticalXL,
  },
  search: { maxWidth: "480px" },
  results: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: tokens.spacingHorizontalM },
  count: { color: tokens.colorNeutralForeground3 },
});

/** Apps that one may use: what was built for the organisation first, by category, and whatever is looked for. */
export function AppsPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const { search = "", category } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: AppsSearch) => void navigate({ search: next, replace: true });
  usePageTitle(t("client.apps.title"));
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("client.apps.title")}
        action={
          <ButtonLink to="/apps/manage" icon={<AppFolderRegular />}>
            {t("client.apps.manage.title")}
          </ButtonLink>
        }
      />
      <search className={styles.tools}>
        <SearchBox
          className={styles.search}
          aria-label={t("client.apps.search")}
          placeholder={t("client.apps.search")}
          value={search}
          onChange={(_, { value }) =>
            look({ ...(value === "" ? {} : { search: value }), ...(category && { category }) })
          }
        />
        <FilterChips
          label={t("client.apps.categories")}
          choices={categories.map((value) => ({ value, label: categoryText(value, organisation.displayName, t) }))}
          value={category}
          onChoose={(chosen) => look({ ...(search !== "" && { search }), ...(chosen && { category: chosen }) })}
        />
      </search>
      {search === "" && category === undefined ? <AppSections /> : <AppResults search={search} category={category} />}
    </div>
  );
}

function AppResults({ search, category }: { search: string; category: Category | undefined }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const settled = useSettled(search);
  const query = useInfiniteQuery(appsQuery(settled, category));
  const apps = query.data?.pages.flatMap((page) => page.items);
  if (apps === undefined) {
    return query.error === null ? (
      <Delayed>
        <AppGridSkeleton />
      </Delayed>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (apps.length === 0) return search === "" ? <NoApps category={category} /> : <NothingFound find={search} />;
  const count = query.hasNextPage
    ? t("client.apps.countMore", { count: apps.length })
    : t("client.apps.count", { count: apps.length });
  return (
    <section className={styles.results}>
      <div className={styles.head}>
        <Heading level={2}>
          {category === undefined ? t("client.apps.found") : categoryText(category, organisation.displayName, t)}
        </Heading>
        <Text className={styles.count} aria-live="polite">
          {count}
        </Text>
      </div>
      {query.data?.pages[0]?.approximate === true && (
        <MessageBar intent="info">
          <MessageBarBody>{t("client.apps.approximate", { find: settled })}</MessageBarBody>
        </MessageBar>
      )}
      <AppGrid
        apps={apps}
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
      />
    </section>
  );
}
