import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { AppGenericRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { type AppTab, appTabs } from "../admin-search.ts";
import { type AppDetails, appQuery } from "../apps/app-queries.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { AboutTab } from "./about-tab.tsx";
import { AccessTab } from "./access-tab.tsx";
import { AppHeader } from "./app-header.tsx";
import { PermissionsTab } from "./permissions-tab.tsx";
import { VersionsTab } from "./versions-tab.tsx";

const route = getRouteApi("/frame/admin/apps/$appId");

const useStyles = makeStyles({
  tabs: {
    marginBlockEnd: tokens.spacingVerticalXL,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
    flexWrap: "wrap",
  },
});

function Details({ app, tab }: { app: AppDetails; tab: AppTab }): ReactElement {
  switch (tab) {
    case "versions":
      return <VersionsTab app={app} />;
    case "permissions":
      return <PermissionsTab appId={app.id} />;
    case "access":
      return <AccessTab app={app} />;
    default:
      return <AboutTab app={app} />;
  }
}

/** One app, with everything an administrator may want to know and do. */
export function AppPage(): ReactElement {
  const styles = useStyles();
  const narrow = useNarrow();
  const t = useText();
  const { appId } = route.useParams();
  const { tab = "about" } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(appQuery(appId));
  usePageTitle(query.data?.displayName ?? t("admin.section.apps"));
  const labels: Record<AppTab, string> = {
    about: t("admin.app.tab.about"),
    versions: t("admin.app.tab.versions"),
    permissions: t("admin.app.tab.permissions"),
    access: t("admin.app.tab.access"),
  };
  // Also when somebody deletes it while it is looked at.
  if (hasCode(query.error, "app/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<AppGenericRegular />}
        title={t("admin.app.gone.title")}
        actions={<ButtonLink to="/admin/apps">{t("admin.section.apps")}</ButtonLink>}
      >
        {t("admin.app.gone.text")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
      {(app) => (
        <>
          <Breadcrumbs section={{ to: "/admin/apps", label: t("admin.section.apps") }} here={app.displayName} />
          <AppHeader key={app.id} app={app} />
          <TabList
            className={styles.tabs}
            size={narrow ? "small" : "medium"}
            selectedValue={tab}
            onTabSelect={(_, { value }) =>
              void navigate({
                search: value === "about" ? {} : { tab: value as AppTab },
                replace: true,
              })
            }
          >
            {appTabs.map((value) => (
              <Tab key={value} value={value} id={`tab-${value}`} aria-controls="tab-panel">
                {labels[value]}
              </Tab>
            ))}
          </TabList>
          <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
            <Details app={app} tab={tab} />
          </div>
        </>
      )}
    </QueryView>
  );
}
