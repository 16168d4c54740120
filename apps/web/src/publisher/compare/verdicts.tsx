import { Card, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, DismissCircleFilled, PersonAlertRegular } from "@fluentui/react-icons";
import type { Comparison, ConsentVerdict } from "@parvis/manifest";
import type { ReactElement, ReactNode } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 260px), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  card: { minWidth: 0 },
  title: { color: tokens.colorNeutralForeground3 },
  verdict: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS, "& svg": { flexShrink: 0 } },
  icon: { display: "inline-flex", "& svg": { width: "24px", height: "24px" } },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  asks: { color: tokens.colorStatusWarningForeground1 },
  reasons: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    "& li": { overflowWrap: "anywhere" },
  },
  pointer: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground3 },
});

/** More than anybody reads at once. */
const reasonsShown = 20;

const icons = { good: CheckmarkCircleFilled, bad: DismissCircleFilled, asks: PersonAlertRegular };

interface VerdictProps {
  /** What was asked. */
  readonly title: string;
  readonly outcome: keyof typeof icons;
  readonly words: string;
  readonly children?: ReactNode;
}

function Verdict({ title, outcome, words, children }: VerdictProps): ReactElement {
  const styles = useStyles();
  const Icon = icons[outcome];
  return (
    <Card className={styles.card}>
      <Heading level={3} size={200} className={styles.title}>
        {title}
      </Heading>
      <div className={styles.verdict}>
        <span className={mergeClasses(styles.icon, styles[outcome])} aria-hidden>
          <Icon />
        </span>
        <Text weight="semibold">{words}</Text>
      </div>
      {children}
    </Card>
  );
}

function Consent({ title, verdict }: { title: string; verdict: ConsentVerdict }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const more = verdict.reasons.length - reasonsShown;
  return (
    <Verdict
      title={title}
      outcome={verdict.required ? "asks" : "good"}
      words={verdict.required ? t("publisher.compare.consentNeeded") : t("publisher.compare.noConsent")}
    >
      {verdict.required && (
        <ul className={styles.reasons}>
          {verdict.reasons.slice(0, reasonsShown).map(({ trigger, pointer, message }) => (
            <li key={`${trigger} ${pointer}`}>
              {message}{" "}
              <Text size={200} className={styles.pointer}>
                <bdi>{pointer}</bdi>
              </Text>
            </li>
          ))}
          {more > 0 && <li>{t("publisher.languages.more", { count: more })}</li>}
        </ul>
      )}
    </Verdict>
  );
}

/** Whether the update may replace the other version, and whether people must agree again, under both sets of rules. */
export function Verdicts({ comparison }: { comparison: Comparison }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { from, to, sameApp, versionOk, leastVersion, changes, consent } = comparison;
  const versions = { from: from ?? "—", to: to ?? "—" };
  return (
    <div className={styles.root}>
      <Verdict
        title={t("publisher.compare.version", versions)}
        outcome={sameApp && versionOk ? "good" : "bad"}
        words={
          !sameApp
            ? t("publisher.compare.otherApp")
            : changes.length === 0
              ? t("publisher.compare.nothingNew")
              : versionOk
                ? t("publisher.compare.versionOk")
                : t("publisher.compare.versionLow", { version: leastVersion ?? "" })
        }
      />
      <Consent title={t("publisher.compare.current")} verdict={consent.current} />
      <Consent title={t("publisher.compare.classic")} verdict={consent.classic} />
    </div>
  );
}
