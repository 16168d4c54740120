import { makeStyles, tokens } from "@fluentui/react-components";
import { AppsRegular } from "@fluentui/react-icons";
import { useQueries } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { useSession } from "../../shared/session.ts";
import { categoryText } from "./app-category.ts";
import { AppGrid, AppGridSkeleton } from "./app-grid.tsx";
import { sectionQuery } from "./app-queries.ts";
import { type Category, kinds } from "./categories.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXXL },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
});

/** The first apps of each kind: what was built for the organisation, then what others publish. */
export function AppSections(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const queries = useQueries({ queries: kinds.map((kind) => sectionQuery(kind)) });
  const failed = queries.find(({ error, data }) => error !== null && data === undefined);
  if (failed !== undefined) {
    const again = () => {
      for (const query of queries) void query.refetch();
    };
    return <ErrorState error={failed.error} onRetry={again} />;
  }
  if (queries.some(({ data }) => data === undefined)) {
    return (
      <Delayed>
        <AppGridSkeleton />
      </Delayed>
    );
  }
  const sections = kinds.flatMap((kind, index) => {
    const data = queries[index]?.data;
    return data === undefined || data.items.length === 0 ? [] : [{ kind, ...data }];
  });
  if (sections.length === 0) return <NoApps category={undefined} />;
  return (
    <div className={styles.root}>
      {sections.map(({ kind, items, nextCursor }) => {
        const title = categoryText(kind, organisation.displayName, t);
        return (
          <section key={kind} className={styles.section}>
            <div className={styles.head}>
              <Heading level={2}>{title}</Heading>
              {nextCursor !== null && (
                <TextLink
                  to="/apps"
                  search={{ category: kind }}
                  aria-label={t("client.apps.seeAllOf", { category: title })}
                >
                  {t("client.apps.seeAll")}
                </TextLink>
              )}
            </div>
            <AppGrid apps={items} hasMore={false} loadingMore={false} failed={false} onMore={() => undefined} />
          </section>
        );
      })}
    </div>
  );
}

export function NoApps({ category }: { category: Category | undefined }): ReactElement {
  const t = useText();
  const { administrator, organisation } = useSession();
  if (category !== undefined) {
    return (
      <StatePanel
        icon={<AppsRegular />}
        title={t("client.apps.noneIn", { category: categoryText(category, organisation.displayName, t) })}
        actions={
          <ButtonLink to="/apps" search={{}}>
            {t("client.apps.showAll")}
          </ButtonLink>
        }
      >
        {t("client.apps.noneInHow")}
      </StatePanel>
    );
  }
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
