import { Card, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, DismissCircleFilled } from "@fluentui/react-icons";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { usePersonName } from "../people/person-name.ts";
import { EmbeddingSetting } from "./embedding-setting.tsx";
import { gateTexts } from "./gate-texts.ts";

function accessQuery(appId: string) {
  return queryOptions({
    queryKey: ["access", appId],
    queryFn: async () => await read(api.apps[":appId"].access.$get({ param: { appId }, query: {} })),
  });
}

type Access = Awaited<ReturnType<NonNullable<ReturnType<typeof accessQuery>["queryFn"]>>>;
type Gate = Access["gates"][number];

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  verdict: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  gates: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  card: { flexDirection: "row", alignItems: "flex-start", columnGap: tokens.spacingHorizontalM },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  setting: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  icon: { display: "flex", flexShrink: 0, "& svg": { width: "24px", height: "24px" } },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

function Verdict({ passed, label }: { passed: boolean; label?: string }): ReactElement {
  const styles = useStyles();
  const words = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <span className={mergeClasses(styles.icon, passed ? styles.passed : styles.failed)} {...words}>
      {passed ? <CheckmarkCircleFilled aria-hidden /> : <DismissCircleFilled aria-hidden />}
    </span>
  );
}

function GateCard({ gate }: { gate: Gate }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const nameOf = usePersonName();
  const { question, answer } = gateTexts(gate, t);
  const by =
    gate.setBy === null
      ? t("admin.app.access.byDefault")
      : t("admin.app.access.setBy", { person: nameOf(gate.setBy) ?? t("admin.app.access.somebody") });
  return (
    <Card className={styles.card} appearance="outline">
      <Verdict passed={gate.passed} label={gate.passed ? t("admin.app.access.passed") : t("admin.app.access.failed")} />
      <div className={styles.words}>
        <Text weight="semibold">{question}</Text>
        <Text>{answer}</Text>
        <Text size={200} className={styles.setting}>
          {by}
        </Text>
      </div>
    </Card>
  );
}

/** Why people may use the app, or not: every gate on the way, what decided it and who set that. */
export function AccessTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(accessQuery(app.id));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
      {({ allowed, gates, further }) => (
        <div className={styles.root}>
          <div className={styles.verdict}>
            <Verdict passed={allowed} />
            <Heading level={2} size={400}>
              {allowed
                ? t("admin.app.access.allowed", { name: app.displayName })
                : t("admin.app.access.notAllowed", { name: app.displayName })}
            </Heading>
          </div>
          <Text>{t("admin.app.access.how")}</Text>
          <ol className={styles.gates}>
            {[...gates, ...further].map((gate) => (
              <li key={gate.gate}>
                <GateCard gate={gate} />
              </li>
            ))}
          </ol>
          {app.capabilities.connectors.length > 0 && <EmbeddingSetting app={app} />}
        </div>
      )}
    </QueryView>
  );
}
