import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { narrow, useNarrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useTabInView } from "../../shared/layout/tab-in-view.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { MyAppsTab } from "../client-search.ts";
import { UploadsSection } from "../uploads/uploads-section.tsx";
import { ConsentList } from "./consent-list.tsx";
import { MineList } from "./mine-list.tsx";
import { RequestList } from "./request-list.tsx";
import { SubmissionList } from "./submission-list.tsx";
import { TeamAppList } from "./team-app-list.tsx";
import { UpdateList } from "./update-list.tsx";
import { useWaiting } from "./waiting-queries.ts";

const route = getRouteApi("/frame/apps/manage");

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "960px",
    marginInline: "auto",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  tabs: { maxWidth: "100%", overflowX: "auto", marginBlockEnd: tokens.spacingVerticalL },
});

/** One's apps: what is installed where, what waits to be accepted, what one asked for and handed in. */
export function MyAppsPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const { tab = "installed" } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: MyAppsTab) => void navigate({ search: next === "installed" ? {} : { tab: next }, replace: true });
  const tabs = useTabInView(tab);
  usePageTitle(t("client.apps.manage.title"));
  return (
    <div className={styles.page}>
      <TextLink to="/apps">{t("client.app.back")}</TextLink>
      <PageHeader title={t("client.apps.manage.title")} />
      <TabList
        ref={tabs}
        className={styles.tabs}
        size={isNarrow ? "small" : "medium"}
        selectedValue={tab}
        onTabSelect={(_, { value }) => open(value as MyAppsTab)}
      >
        <Tab value="installed">{t("client.apps.manage.installed")}</Tab>
        <Tab value="updates">
          <UpdatesName />
        </Tab>
        <Tab value="consents">{t("client.apps.manage.consents")}</Tab>
        <Tab value="submissions">{t("client.apps.manage.submissions")}</Tab>
        <Tab value="requests">{t("client.apps.manage.requests")}</Tab>
      </TabList>
      {tab === "installed" && (
        <>
          <MineList />
          <UploadsSection />
          <TeamAppList />
        </>
      )}
      {tab === "updates" && <UpdateList />}
      {tab === "consents" && <ConsentList />}
      {tab === "submissions" && <SubmissionList />}
      {tab === "requests" && <RequestList />}
    </div>
  );
}

/** With how many wait, as soon as that is known. */
function UpdatesName(): ReactElement {
  const t = useText();
  const { waiting = [], hasMore } = useWaiting();
  if (waiting.length === 0) return <>{t("client.apps.manage.updates")}</>;
  return <>{t("client.apps.manage.updatesCount", { count: `${waiting.length}${hasMore ? "+" : ""}` })}</>;
}
