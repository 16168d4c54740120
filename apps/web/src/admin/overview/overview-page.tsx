import { Card, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  AppsListRegular,
  ClipboardCheckmarkRegular,
  PeopleRegular,
  PeopleTeamRegular,
  PersonClockRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useSession } from "../../shared/session.ts";
import { Fact, Facts } from "../app/facts.tsx";
import { appCountsQuery } from "../apps/managed-queries.ts";
import { usePeople } from "../people/people-queries.ts";
import { useTeams } from "../teams/team-queries.ts";
import { cloudName } from "./cloud-name.ts";
import { FigureCard } from "./figure-card.tsx";
import { FirstStepsCard } from "./first-steps-card.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "960px" },
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 200px), 1fr))",
    gap: tokens.spacingHorizontalL,
  },
  card: { rowGap: tokens.spacingVerticalM },
});

/** The organisation at a glance, and what to do first. */
export function OverviewPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatNumber } = useIntl();
  const { organisation } = useSession();
  const [apps, teams, people] = [useQuery(appCountsQuery), useTeams(undefined), usePeople(undefined)];
  usePageTitle(t("admin.title"));
  const figure = ({ data, complete }: { data: readonly unknown[] | undefined; complete: boolean }) =>
    data === undefined
      ? undefined
      : complete
        ? formatNumber(data.length)
        : t("admin.overview.atLeast", { count: data.length });
  const { all, blocked = 0, pending = 0, requested = 0 } = apps.data ?? {};
  return (
    <>
      <PageHeader title={organisation.displayName} subtitle={t("admin.overview.subtitle")} />
      <div className={styles.root}>
        <ProblemBar
          error={apps.error ?? teams.error ?? people.error}
          onRetry={() => {
            for (const { error, refetch } of [apps, teams, people]) if (error !== null) void refetch();
          }}
        />
        {apps.data && teams.data && people.data && (
          <FirstStepsCard beginnings={{ apps: apps.data.all, teams: teams.data.length, people: people.data.length }} />
        )}
        <div className={styles.figures}>
          <FigureCard
            to="/admin/apps"
            icon={<AppsListRegular />}
            label={t("admin.overview.apps")}
            figure={all === undefined ? undefined : formatNumber(all)}
            hint={blocked === 0 ? undefined : t("admin.overview.blocked", { count: blocked })}
          />
          {pending > 0 && (
            <FigureCard
              to="/admin/approvals"
              icon={<ClipboardCheckmarkRegular />}
              label={t("admin.section.approvals")}
              figure={formatNumber(pending)}
              hint={t("admin.overview.pending")}
            />
          )}
          {requested > 0 && (
            <FigureCard
              to="/admin/requests"
              icon={<PersonClockRegular />}
              label={t("admin.section.requests")}
              figure={formatNumber(requested)}
              hint={t("admin.overview.requested")}
            />
          )}
          <FigureCard
            to="/admin/teams"
            icon={<PeopleTeamRegular />}
            label={t("admin.section.teams")}
            figure={figure(teams)}
          />
          <FigureCard
            to="/admin/people"
            icon={<PeopleRegular />}
            label={t("admin.section.people")}
            figure={figure(people)}
          />
        </div>
        <Card className={styles.card}>
          <Heading level={2} size={400}>
            {t("admin.overview.organisation")}
          </Heading>
          <Facts>
            <Fact name={t("admin.overview.domain")}>{organisation.domain}</Fact>
            <Fact name={t("admin.overview.cloud")}>{cloudName(organisation.cloud, t)}</Fact>
            <Fact name={t("admin.overview.id")}>{organisation.id}</Fact>
          </Facts>
        </Card>
        <Card className={styles.card}>
          <Heading level={2} size={400}>
            {t("admin.overview.api")}
          </Heading>
          <Text>{t("admin.overview.apiText")}</Text>
          <Link href="/api/docs" target="_blank" rel="noreferrer">
            {t("admin.overview.apiLink")}
          </Link>
        </Card>
      </div>
    </>
  );
}
