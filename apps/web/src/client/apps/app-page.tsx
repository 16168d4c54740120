import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { narrow } from "../../shared/layout/narrow.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { AppAbout } from "./app-about.tsx";
import { AppActions } from "./app-actions.tsx";
import { type AppDetails, appQuery } from "./app-queries.ts";
import { accessQuery } from "./asking-queries.ts";
import { Refusal } from "./refusal.tsx";

const AddAppDialog = lazy(patiently(async () => ({ default: (await import("./add-app-dialog.tsx")).AddAppDialog })));

const route = getRouteApi("/frame/apps/$appId");

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "800px",
    marginInline: "auto",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXL,
  },
  names: { flexGrow: 1, flexBasis: "200px", minWidth: 0 },
  second: { color: tokens.colorNeutralForeground3 },
});

/** An app with its details, and the way to add it to a team. */
export function AppPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { appId } = route.useParams();
  const query = useQuery(appQuery(appId));
  const { data: access } = useQuery(accessQuery(appId));
  // An app that one may not use is not there for the catalogue; the decision knows it, and says why.
  const refused = access?.allowed === false;
  const gone = query.data === undefined || hasCode(query.error, "app/not-found");
  usePageTitle(query.data?.displayName ?? access?.app.displayName ?? t("client.apps.title"));
  return (
    <div className={styles.page}>
      <TextLink to="/apps">{t("client.app.back")}</TextLink>
      {refused && <Refusal access={access} level={gone ? 1 : 2} />}
      {!(refused && gone) && (
        <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
          {(app) => <AppDetailsView app={app} refused={refused} />}
        </QueryView>
      )}
    </div>
  );
}

function AppDetailsView({ app, refused }: { app: AppDetails; refused: boolean }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const adding = route.useSearch().add === true;
  useFocusReturn(adding);
  const [opened, setOpened] = useState(false);
  if (adding && !opened) setOpened(true);
  return (
    <>
      <div className={styles.head}>
        <AppIcon src={app.icons.color} size={72} />
        <div className={styles.names}>
          <Heading level={1} size={600}>
            {app.displayName}
          </Heading>
          <Text block className={styles.second}>
            {t("client.app.byVersion", { publisher: app.publisherName, version: app.version })}
          </Text>
        </div>
        {!refused && <AppActions app={app} />}
      </div>
      <AppAbout app={app} />
      {opened && !refused && (
        <Suspense>
          <AddAppDialog app={app} />
        </Suspense>
      )}
    </>
  );
}
