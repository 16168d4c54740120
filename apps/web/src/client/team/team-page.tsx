import { makeStyles, tokens } from "@fluentui/react-components";
import { AppsAddInRegular, ArrowLeftRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { narrow, useNarrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { teamQuery } from "../../shared/teams.ts";
import { TeamApps } from "./team-apps.tsx";

const route = getRouteApi("/frame/client/teams/$teamId");

const useStyles = makeStyles({
  page: {
    height: "100%",
    overflow: "auto",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
});

/** A team: its apps. */
export function TeamPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const { teamId } = route.useParams();
  const query = useQuery(teamQuery(teamId));
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
            <TeamApps team={team} />
          </>
        )}
      </QueryView>
    </div>
  );
}
