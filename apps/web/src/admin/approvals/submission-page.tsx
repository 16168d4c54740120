import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ClipboardErrorRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { Fact, Facts } from "../app/facts.tsx";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { ComparisonView } from "../versions/comparison-view.tsx";
import { useVersions } from "../versions/version-queries.ts";
import { DecideButtons } from "./decide-buttons.tsx";
import { PackageReport } from "./package-report.tsx";
import { type Submission, submissionQuery } from "./submission-queries.ts";
import { UpdateImpact } from "./update-impact.tsx";

const route = getRouteApi("/frame/admin/approvals/$submissionId");

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "960px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  app: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, flex: "1 1 320px", minWidth: 0 },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** What became of a submission that waits no more. */
function Outcome({ submission }: { submission: Submission }): ReactElement | null {
  const t = useText();
  const { state, decidedBy, reason, supersededBy } = submission;
  if (supersededBy !== null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t("admin.approvals.superseded", { version: supersededBy })}</MessageBarBody>
      </MessageBar>
    );
  }
  if (state === "submitted") return null;
  const person = decidedBy?.displayName ?? t("admin.approvals.somebody");
  return (
    <MessageBar intent={state === "published" ? "success" : "error"} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>
          {state === "published"
            ? t("admin.approvals.publishedBy", { person })
            : t("admin.approvals.rejectedBy", { person })}
        </MessageBarTitle>{" "}
        {reason}
      </MessageBarBody>
    </MessageBar>
  );
}

/** The submitted version beside the one that is published, and what that means for those who have the app. */
function Update({ submission }: { submission: Submission }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const versions = useVersions(submission.appId);
  const published = versions.data?.find(({ current }) => current);
  return (
    <section className={styles.section}>
      <Heading level={2} size={500}>
        {t("admin.approvals.changes", { from: submission.publishedVersion ?? "", to: submission.version })}
      </Heading>
      {submission.state === "submitted" && <UpdateImpact appId={submission.appId} definitionId={submission.id} />}
      {published !== undefined && published.id !== submission.id && (
        <ComparisonView appId={submission.appId} from={published.id} to={submission.id} />
      )}
    </section>
  );
}

function Details({ submission }: { submission: Submission }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { displayName, publisherName, version, kind, submittedBy, submittedAt, shortDescription } = submission;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <div className={styles.app}>
          <AppIcon src={submission.icons.color} size={64} />
          <div className={styles.words}>
            <Heading level={1} size={600}>
              {displayName}
            </Heading>
            <Text className={styles.quiet}>
              {kind === "new"
                ? t("admin.approvals.isNew", { publisher: publisherName, version })
                : t("admin.approvals.isUpdate", { publisher: publisherName, version })}
            </Text>
          </div>
        </div>
        {submission.state === "submitted" && <DecideButtons submission={submission} />}
      </div>
      <Outcome submission={submission} />
      <section className={styles.section}>
        <Text>{shortDescription}</Text>
        <Facts>
          <Fact name={t("admin.approvals.column.by")}>{submittedBy?.displayName ?? t("admin.approvals.somebody")}</Fact>
          <Fact name={t("admin.approvals.column.submitted")}>
            <FormattedDate value={submittedAt} dateStyle="long" timeStyle="short" />
          </Fact>
          <Fact name={t("admin.apps.column.externalId")}>{submission.externalId}</Fact>
          <Fact name={t("admin.approvals.app")}>
            <TextLink to="/admin/apps/$appId" params={{ appId: submission.appId }}>
              {t("admin.approvals.appLink")}
            </TextLink>
          </Fact>
        </Facts>
      </section>
      {kind === "update" && <Update submission={submission} />}
      <PackageReport submission={submission} />
    </div>
  );
}

/** One submission: what it asks, what is wrong with it, what it changes, and the decision. */
export function SubmissionPage(): ReactElement {
  const t = useText();
  const { submissionId } = route.useParams();
  const query = useQuery(submissionQuery(submissionId));
  usePageTitle(query.data?.displayName ?? t("admin.section.approvals"));
  if (hasCode(query.error, "submission/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<ClipboardErrorRegular />}
        title={t("admin.approvals.gone.title")}
        actions={<ButtonLink to="/admin/approvals">{t("admin.section.approvals")}</ButtonLink>}
      >
        {t("admin.approvals.gone.text")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
      {(submission) => (
        <>
          <Breadcrumbs
            section={{ to: "/admin/approvals", label: t("admin.section.approvals") }}
            here={submission.displayName}
          />
          <Details submission={submission} />
        </>
      )}
    </QueryView>
  );
}
