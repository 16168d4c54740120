import { Card, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, CircleRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { type Beginnings, doneSteps, type Step, steps } from "./first-steps.ts";

const useStyles = makeStyles({
  root: { rowGap: tokens.spacingVerticalL },
  steps: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    "& li": { display: "flex", gap: tokens.spacingHorizontalM },
  },
  icon: { display: "flex", flexShrink: 0, "& svg": { width: "20px", height: "20px" } },
  done: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorNeutralForeground3 },
  words: { display: "flex", flexDirection: "column" },
  what: { color: tokens.colorNeutralForeground3 },
});

/** What to do first; gone when all of it is done. */
export function FirstStepsCard({ beginnings }: { beginnings: Beginnings }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const done = doneSteps(beginnings);
  if (done.size === steps.length) return null;
  const links: Record<Step, ReactElement> = {
    people: (
      <TextLink to="/admin/people" search={{ open: "new" }}>
        {t("admin.first.people")}
      </TextLink>
    ),
    team: (
      <TextLink to="/admin/teams" search={{ open: "new" }}>
        {t("admin.first.team")}
      </TextLink>
    ),
    app: (
      <TextLink to="/admin/apps" search={{ upload: true }}>
        {t("admin.first.app")}
      </TextLink>
    ),
  };
  const names: Record<Step, string> = {
    people: t("admin.first.people"),
    team: t("admin.first.team"),
    app: t("admin.first.app"),
  };
  const whats: Record<Step, string> = {
    people: t("admin.first.people.what"),
    team: t("admin.first.team.what"),
    app: t("admin.first.app.what"),
  };
  return (
    <Card className={styles.root}>
      <Heading level={2} size={400}>
        {t("admin.first.title")}
      </Heading>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            {done.has(step) ? (
              <span className={mergeClasses(styles.icon, styles.done)} role="img" aria-label={t("admin.first.done")}>
                <CheckmarkCircleFilled aria-hidden />
              </span>
            ) : (
              <span className={mergeClasses(styles.icon, styles.open)} role="img" aria-label={t("admin.first.open")}>
                <CircleRegular aria-hidden />
              </span>
            )}
            <span className={styles.words}>
              {done.has(step) ? <Text>{names[step]}</Text> : links[step]}
              <Text size={200} className={styles.what}>
                {whats[step]}
              </Text>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
