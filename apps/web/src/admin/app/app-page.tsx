import { CounterBadge, makeStyles, tokens } from "@fluentui/react-components";
import { AppGenericRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { type AppTab, appTabs } from "../admin-search.ts";
import { type AppDetails, appQuery } from "../apps/app-queries.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { PageTabs } from "../page-tabs.tsx";
import { useOpenRequests } from "../requests/request-queries.ts";
import { AboutTab } from "./about-tab.tsx";
import { AppHeader } from "./app-header.tsx";

const route = getRouteApi("/frame/admin/apps/$appId");

// Each when it is looked at: most visits end on the first tab.
const AccessTab = lazy(patiently(async () => ({ default: (await import("./access-tab.tsx")).AccessTab })));
const AvailabilityTab = lazy(
  patiently(async () => ({ default: (await import("./availability-tab.tsx")).AvailabilityTab })),
);
const HistoryTab = lazy(patiently(async () => ({ default: (await import("./history-tab.tsx")).HistoryTab })));
const PermissionsTab = lazy(
  patiently(async () => ({ default: (await import("./permissions-tab.tsx")).PermissionsTab })),
);
const PlacesTab = lazy(patiently(async () => ({ default: (await import("./places-tab.tsx")).PlacesTab })));
const RequestsTab = lazy(
  patiently(async () => ({ default: (await import("../requests/requests-tab.tsx")).RequestsTab })),
);
const SettingsTab = lazy(patiently(async () => ({ default: (await import("./settings-tab.tsx")).SettingsTab })));
const VersionsTab = lazy(patiently(async () => ({ default: (await import("./versions-tab.tsx")).VersionsTab })));

const useStyles = makeStyles({
  tab: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

function Details({ app, tab }: { app: AppDetails; tab: AppTab }): ReactElement {
  switch (tab) {
    case "versions":
      return <VersionsTab app={app} />;
    case "permissions":
      return <PermissionsTab appId={app.id} />;
    case "availability":
      return <AvailabilityTab app={app} />;
    case "places":
      return <PlacesTab app={app} />;
    case "requests":
      return <RequestsTab app={app} />;
    case "access":
      return <AccessTab app={app} />;
    case "history":
      return <HistoryTab app={app} />;
    case "settings":
      return <SettingsTab app={app} />;
    default:
      return <AboutTab app={app} />;
  }
}

/** How many wait for the app, beside the name of the tab. */
function RequestCounter({ appId }: { appId: string }): ReactElement | null {
  const t = useText();
  const { data = [] } = useOpenRequests(appId);
  return data.length === 0 ? null : (
    <CounterBadge
      count={data.length}
      overflowCount={99}
      color="danger"
      aria-label={t("admin.requests.waiting", { count: data.length })}
    />
  );
}

/** One app, with everything an administrator may want to know and do. */
export function AppPage(): ReactElement {
  const styles = useStyles();
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
    availability: t("admin.app.tab.availability"),
    places: t("admin.app.tab.places"),
    requests: t("admin.app.tab.requests"),
    settings: t("admin.app.tab.settings"),
    history: t("admin.app.tab.history"),
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
          <PageTabs
            tabs={appTabs}
            labels={{
              ...labels,
              requests: (
                <span className={styles.tab}>
                  {labels.requests}
                  <RequestCounter appId={app.id} />
                </span>
              ),
            }}
            value={tab}
            onChoose={(value) => void navigate({ search: value === "about" ? {} : { tab: value }, replace: true })}
          >
            <Suspense
              fallback={
                <Delayed>
                  <RowSkeletons rows={4} />
                </Delayed>
              }
            >
              <Details app={app} tab={tab} />
            </Suspense>
          </PageTabs>
        </>
      )}
    </QueryView>
  );
}
