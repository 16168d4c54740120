import { Badge, Card, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, DismissCircleFilled } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { groupWords } from "../subjects/group-way.ts";
import type { Gate } from "./access-queries.ts";
import { GateLink } from "./gate-link.tsx";
import { gateTexts, type Whom } from "./gate-texts.ts";

const useStyles = makeStyles({
  card: { flexDirection: "row", alignItems: "flex-start", columnGap: tokens.spacingHorizontalM },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0, flexGrow: 1 },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  setting: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  icon: { display: "flex", flexShrink: 0, "& svg": { width: "24px", height: "24px" } },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

export function Verdict({ passed, label }: { passed: boolean; label?: string }): ReactElement {
  const styles = useStyles();
  const words = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <span className={mergeClasses(styles.icon, passed ? styles.passed : styles.failed)} {...words}>
      {passed ? <CheckmarkCircleFilled aria-hidden /> : <DismissCircleFilled aria-hidden />}
    </span>
  );
}

interface GateCardProps {
  readonly gate: Gate;
  readonly appId: string;
  readonly whom: Whom;
  /** The verdict was given here. */
  readonly decides: boolean;
}

/** One gate: what it asks, what the setting answered, why that one is this person's, who set it and since when. */
export function GateCard({ gate, appId, whom, decides }: GateCardProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { question, answer } = gateTexts(gate, whom, t);
  const { setBy, setByName, since, policy } = gate;
  const by =
    setBy === null || since === null
      ? t("admin.app.access.byDefault")
      : t("admin.app.access.setBy", {
          person: setByName ?? t("admin.app.access.somebody"),
          since: formatDate(since, { dateStyle: "long", timeStyle: "short" }),
        });
  return (
    <Card className={styles.card} appearance={decides ? "filled" : "outline"}>
      <Verdict passed={gate.passed} label={gate.passed ? t("admin.app.access.passed") : t("admin.app.access.failed")} />
      <div className={styles.words}>
        <span className={styles.top}>
          <Text weight="semibold">{question}</Text>
          {decides && (
            <Badge appearance="tint" color={gate.passed ? "success" : "danger"}>
              {t("admin.app.access.decides")}
            </Badge>
          )}
        </span>
        <Text>{answer}</Text>
        {policy != null && <Text>{whoseText(policy.assignment, whom, t)}</Text>}
        <Text size={200} className={styles.setting}>
          {by}
        </Text>
        <GateLink gate={gate} appId={appId} />
      </div>
    </Card>
  );
}

type Assignment = NonNullable<Gate["policy"]>["assignment"];

/** Why a policy is somebody's. */
function whoseText({ how, group, rank }: Assignment, { name, self }: Whom, t: ReturnType<typeof useText>): string {
  const whom = { name, self: String(self) };
  if (how === "direct") return t("admin.app.access.policyDirect", whom);
  if (how === "group") return t("admin.app.access.policyGroup", { ...whom, ...groupWords(group, t), rank: rank ?? 0 });
  return t("admin.app.access.policyGlobal", whom);
}
