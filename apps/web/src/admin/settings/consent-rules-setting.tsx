import { makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { SetBy } from "./set-by.tsx";
import { SettingCard } from "./setting-card.tsx";
import { type Settings, settingsInForceQuery, useChangeSettings } from "./settings-query.ts";

const useStyles = makeStyles({
  choices: { rowGap: tokens.spacingVerticalS },
  label: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  what: { color: tokens.colorNeutralForeground3 },
});

/** Which changes of an app need a fresh consent (lifecycle.md 6). */
export function ConsentRulesSetting({ settings }: { settings: Settings }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const change = useChangeSettings();
  const set = useQuery(settingsInForceQuery).data?.consentRules;
  const choices = [
    { value: "classic", name: t("admin.settings.consent.classic"), what: t("admin.settings.consent.classic.what") },
    { value: "current", name: t("admin.settings.consent.current"), what: t("admin.settings.consent.current.what") },
  ] as const;
  return (
    <SettingCard title={t("admin.settings.consent")} text={t("admin.settings.consent.text")}>
      <RadioGroup
        className={styles.choices}
        aria-label={t("admin.settings.consent")}
        // What was chosen shows while it is on its way.
        value={change.isPending ? (change.variables.consentRules ?? settings.consentRules) : settings.consentRules}
        onChange={(_, { value }) => change.mutate({ consentRules: value === "current" ? "current" : "classic" })}
      >
        {choices.map(({ value, name, what }) => (
          <Radio
            key={value}
            value={value}
            label={
              <span className={styles.label}>
                {name}
                <Text size={200} className={styles.what}>
                  {what}
                </Text>
              </span>
            }
          />
        ))}
      </RadioGroup>
      {set !== undefined && <SetBy setBy={set.setByName} setAt={set.since} />}
      <ProblemBar error={change.error} />
    </SettingCard>
  );
}
