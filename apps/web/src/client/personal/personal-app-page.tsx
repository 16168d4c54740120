import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { AppGenericRegular, ChatBubblesQuestionRegular, InfoRegular } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { narrow } from "../../shared/layout/narrow.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { type MyApp, myAppQuery } from "../../shared/my-apps.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { accessQuery } from "../apps/asking-queries.ts";
import { Refusal } from "../apps/refusal.tsx";
import { PersonalFrame } from "./personal-frame.tsx";
import { PinButton } from "./pin-button.tsx";

const route = getRouteApi("/frame/app/$appId/{-$entityId}");

const useStyles = makeStyles({
  page: { height: "100%", display: "grid", gridTemplateRows: "auto minmax(0, 1fr)" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXL,
    paddingBlock: tokens.spacingVerticalXS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
    [narrow]: { paddingInline: tokens.spacingHorizontalM },
  },
  tabs: {
    flexGrow: 1,
    flexBasis: "160px",
    minWidth: 0,
    overflowX: "auto",
    [narrow]: { order: 1, flexBasis: "100%", ":empty": { display: "none" } },
  },
  actions: { display: "flex", marginInlineStart: "auto", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** An app of one's own, with its pages as tabs. */
export function PersonalAppPage(): ReactElement {
  const t = useText();
  const { appId } = route.useParams();
  const query = useQuery(myAppQuery(appId));
  const { data: access } = useQuery(accessQuery(appId));
  usePageTitle(query.data?.app.displayName ?? access?.app.displayName);
  // The moment it may not be used any more, its page closes and says why; it comes back when it may.
  if (access?.allowed === false) {
    return <Refusal access={access} actions={<ButtonLink to="/apps">{t("client.app.back")}</ButtonLink>} />;
  }
  if (hasCode(query.error, "installation/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<AppGenericRegular />}
        title={t("client.apps.personal.notAdded", { app: access?.app.displayName ?? "" })}
        actions={
          <ButtonLink to="/apps/$appId" params={{ appId }} appearance="primary">
            {t("client.apps.personal.toApp")}
          </ButtonLink>
        }
      >
        {t("client.apps.personal.notAddedHow")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
      {(mine) => <OpenApp key={mine.app.id} mine={mine} />}
    </QueryView>
  );
}

function OpenApp({ mine }: { mine: MyApp }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { entityId } = route.useParams();
  const { sub } = route.useSearch();
  const navigate = useNavigate();
  const { app, tabs, update, definitionId } = mine;
  const tab = entityId === undefined ? tabs[0] : tabs.find((one) => one.entityId === entityId);
  const toTab = (value: string) =>
    void navigate({ to: "/app/$appId/{-$entityId}", params: { appId: app.id, entityId: value }, replace: true });
  useOpened(mine);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <AppIcon src={app.icons.color} size={28} />
        <Heading level={1} size={400}>
          {app.displayName}
        </Heading>
        <div className={styles.tabs}>
          {tabs.length > 0 && (
            <TabList
              size="small"
              selectedValue={tab?.entityId}
              onTabSelect={(_, { value }) => toTab(String(value))}
              aria-label={t("client.apps.personal.tabs", { app: app.displayName })}
            >
              {tabs.map((one) => (
                <Tab key={one.entityId} value={one.entityId}>
                  {one.name || app.displayName}
                </Tab>
              ))}
            </TabList>
          )}
        </div>
        <div className={styles.actions}>
          {update && (
            <ButtonLink to="/apps/manage" search={{ tab: "updates", update: app.id }} size="small">
              {t("client.apps.personal.update", { version: update.version })}
            </ButtonLink>
          )}
          {mine.mayPin && <PinButton appId={app.id} name={app.displayName} />}
          <ButtonLink
            to="/apps/$appId"
            params={{ appId: app.id }}
            appearance="subtle"
            icon={<InfoRegular />}
            aria-label={t("client.team.detailsOf", { app: app.displayName })}
          />
        </div>
      </div>
      {mine.consentWithdrawn ? (
        <StatePanel
          title={t("client.apps.personal.withdrawn", { app: app.displayName })}
          actions={
            <ButtonLink to="/apps/manage" search={{ update: app.id }} appearance="primary">
              {t("client.apps.personal.agreeAnew")}
            </ButtonLink>
          }
        >
          {t("client.apps.personal.withdrawnHow")}
        </StatePanel>
      ) : tab === undefined ? (
        <NoPage mine={mine} asked={entityId !== undefined && tabs.length > 0} />
      ) : (
        <PersonalFrame
          key={`${definitionId} ${tab.entityId} ${sub ?? ""}`}
          appId={app.id}
          entityId={tab.entityId}
          app={app.displayName}
          tab={tab.name}
          subPageId={sub}
        />
      )}
    </div>
  );
}

function NoPage({ mine, asked }: { mine: MyApp; asked: boolean }): ReactElement {
  const t = useText();
  const { app } = mine;
  const title = asked
    ? t("client.apps.personal.noTab", { app: app.displayName })
    : t("client.apps.personal.noPage", { app: app.displayName });
  return (
    <StatePanel
      icon={<ChatBubblesQuestionRegular />}
      title={title}
      actions={
        asked && (
          <ButtonLink to="/app/$appId/{-$entityId}" params={{ appId: app.id }} appearance="primary">
            {t("client.apps.personal.firstTab")}
          </ButtonLink>
        )
      }
    >
      {asked ? t("client.apps.personal.noTabHow") : t("client.apps.personal.noPageHow")}
    </StatePanel>
  );
}

/** Tells the server that an app which a policy gave is used now, once. */
function useOpened({ app, installationId, consentWithdrawn }: MyApp): void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async () => await read(api.me.apps[":appId"].open.$post({ param: { appId: app.id } })),
    onSuccess: (now) => queryClient.setQueryData(myAppQuery(app.id).queryKey, now),
  });
  const unused = installationId === null && !consentWithdrawn;
  useEffect(() => {
    if (unused) mutate();
  }, [unused, mutate]);
}
