import { Badge, Button, Field, Link, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { type TextOf, useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { ComparisonView } from "../versions/comparison-view.tsx";
import { useVersions, type Version } from "../versions/version-queries.ts";

const route = getRouteApi("/frame/admin/apps/$appId");

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "960px" },
  version: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  what: {
    display: "flex",
    flexDirection: "column",
    flex: "1 1 240px",
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  choice: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalL },
  compare: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  more: { alignSelf: "start" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

function stateText({ state, current, supersededBy }: Version, t: TextOf): string {
  if (current) return t("admin.app.versions.current");
  if (supersededBy !== null) return t("admin.app.versions.superseded", { version: supersededBy });
  return {
    published: t("admin.app.versions.state.published"),
    submitted: t("admin.app.versions.state.submitted"),
    rejected: t("admin.app.versions.state.rejected"),
  }[state];
}

function VersionRow({ version, appId }: { version: Version; appId: string }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { current, state, reason, createdBy, createdAt, decidedBy } = version;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.version}>
          <Text weight={current ? "semibold" : "regular"}>{version.version}</Text>
          <Badge
            appearance="tint"
            color={current ? "brand" : state === "rejected" ? "danger" : state === "submitted" ? "warning" : "subtle"}
          >
            {stateText(version, t)}
          </Badge>
        </span>
        <Text size={200} className={styles.quiet}>
          {createdBy?.displayName ?? t("admin.app.versions.nobody")}
          {" · "}
          <FormattedDate value={version.publishedAt ?? createdAt} dateStyle="medium" timeStyle="short" />
        </Text>
        {decidedBy !== null && decidedBy.id !== createdBy?.id && (
          <Text size={200} className={styles.quiet}>
            {t("admin.app.versions.decidedBy", { person: decidedBy.displayName })}
          </Text>
        )}
        {reason !== "" && <Text size={200}>{t("admin.app.versions.reason", { reason })}</Text>}
      </div>
      {state === "submitted" && !current && (
        <TextLink to="/admin/approvals/$submissionId" params={{ submissionId: version.id }}>
          {t("admin.app.versions.decide")}
        </TextLink>
      )}
      <Link
        href={`/api/apps/${appId}/definitions/${version.id}/package`}
        download
        aria-label={t("admin.app.versions.downloadOne", { version: version.version })}
      >
        {t("admin.app.versions.download")}
      </Link>
    </li>
  );
}

interface CompareProps {
  readonly appId: string;
  readonly versions: readonly Version[];
}

/** Any two versions to compare. */
function Compare({ appId, versions }: CompareProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { from: askedFrom, to: askedTo } = route.useSearch();
  const navigate = route.useNavigate();
  const known = (id: string | undefined) => versions.find((one) => one.id === id)?.id;
  const current = versions.find((one) => one.current)?.id;
  // At first what comes next beside what runs, or what runs beside what it replaced.
  const to = known(askedTo) ?? versions[0]?.id ?? "";
  const others = versions.filter(({ id }) => id !== to);
  const from = known(askedFrom) ?? others.find(({ id }) => id === current)?.id ?? others[0]?.id ?? "";
  const choose = (change: { from?: string; to?: string }) =>
    void navigate({ search: (before) => ({ ...before, from, to, ...change }), replace: true });
  const options = versions.map((one) => (
    <option key={one.id} value={one.id}>
      {`${one.version} – ${stateText(one, t)}`}
    </option>
  ));
  return (
    <section className={styles.compare}>
      <Heading level={2} size={400}>
        {t("admin.app.versions.compare")}
      </Heading>
      <div className={styles.choice}>
        <Field label={t("admin.app.versions.from")}>
          <Select value={from} onChange={(_, { value }) => choose({ from: value })}>
            {options}
          </Select>
        </Field>
        <Field label={t("admin.app.versions.to")}>
          <Select value={to} onChange={(_, { value }) => choose({ to: value })}>
            {options}
          </Select>
        </Field>
      </div>
      <ComparisonView appId={appId} from={from} to={to} />
    </section>
  );
}

/** Every version, what became of it and by whom, and any two of them compared. */
export function VersionsTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useVersions(app.id);
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
      {(versions) => (
        <div className={styles.root}>
          <ul className={styles.list} aria-label={t("admin.app.tab.versions")}>
            {versions.map((version) => (
              <VersionRow key={version.id} version={version} appId={app.id} />
            ))}
          </ul>
          {!query.complete && (
            <Button className={styles.more} onClick={query.readOn}>
              {t("admin.app.more")}
            </Button>
          )}
          {versions.length > 1 && <Compare appId={app.id} versions={versions} />}
        </div>
      )}
    </QueryView>
  );
}
