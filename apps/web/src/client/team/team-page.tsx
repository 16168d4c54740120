import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { AppsAddInRegular, ArrowLeftRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { addCatalogue } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { narrow, useNarrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useTabInView } from "../../shared/layout/tab-in-view.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { teamQuery } from "../../shared/teams.ts";
import type { TeamTab } from "../client-search.ts";
import { TeamApps } from "./team-apps.tsx";

const TeamConnectors = lazy(
  patiently(async () => {
    const [{ webhookMessages }, { TeamConnectors: Loaded }] = await Promise.all([
      import("../webhooks/locales/index.ts"),
      import("./team-connectors.tsx"),
    ]);
    await addCatalogue(webhookMessages);
    return { default: Loaded };
  }),
);
const TeamSettings = lazy(patiently(async () => ({ default: (await import("./team-settings.tsx")).TeamSettings })));

const route = getRouteApi("/frame/client/teams/$teamId");

const useStyles = makeStyles({
  page: {
    height: "100%",
    overflow: "auto",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  tabs: { maxWidth: "100%", overflowX: "auto", marginBlockEnd: tokens.spacingVerticalL },
});

/** A team: its apps, what posts into its channels, and what its owners decide about that. */
export function TeamPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const { teamId } = route.useParams();
  const { tab = "apps" } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(teamQuery(teamId));
  const open = (next: TeamTab) => void navigate({ search: next === "apps" ? {} : { tab: next }, replace: true });
  const tabs = useTabInView(tab);
  usePageTitle(query.data?.displayName);
  return (
    <div className={styles.page}>
      {isNarrow && (
        <ButtonLink to="/" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t("client.channel.back")} />
      )}
      <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
        {(team) => (
          <>
            <PageHeader
              title={team.displayName}
              {...(team.description === "" ? {} : { subtitle: team.description })}
              action={
                team.mayManage && (
                  <ButtonLink to="/apps" appearance="primary" icon={<AppsAddInRegular />}>
                    {t("client.team.add")}
                  </ButtonLink>
                )
              }
            />
            <TabList
              ref={tabs}
              className={styles.tabs}
              size={isNarrow ? "small" : "medium"}
              selectedValue={tab}
              onTabSelect={(_, { value }) => open(value as TeamTab)}
            >
              <Tab value="apps">{t("client.team.apps")}</Tab>
              <Tab value="connectors">{t("client.team.connectors")}</Tab>
              <Tab value="settings">{t("client.team.settings")}</Tab>
            </TabList>
            <Suspense fallback={<RowSkeletons rows={3} />}>
              {tab === "apps" && <TeamApps team={team} />}
              {tab === "connectors" && <TeamConnectors team={team} />}
              {tab === "settings" && <TeamSettings team={team} />}
            </Suspense>
          </>
        )}
      </QueryView>
    </div>
  );
}
