import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { appKindName, appKinds } from "../policies/policy-words.ts";
import { GovernedSwitch } from "./governed-switch.tsx";
import { SettingCard } from "./setting-card.tsx";
import type { Settings } from "./settings-query.ts";

const useStyles = makeStyles({ rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL } });
const names = {
  microsoft: "microsoftAppsAvailable",
  thirdParty: "thirdPartyAppsAvailable",
  custom: "customAppsAvailable",
} as const;

/** Whom apps are for that no administrator has edited, kind by kind. */
export function AvailabilitySetting({ settings }: { settings: Settings }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <SettingCard
      title={t("admin.policies.settings.availability")}
      text={t("admin.policies.settings.availability.text")}
    >
      <div className={styles.rows}>
        {appKinds.map((kind) => (
          <GovernedSwitch
            key={kind}
            name={names[kind]}
            settings={settings}
            label={appKindName(kind, t)}
            what={
              settings[names[kind]]
                ? t("admin.policies.settings.availability.everyone")
                : t("admin.policies.settings.availability.noone")
            }
            off={[t("admin.policies.settings.availability.off")]}
            on={[t("admin.policies.settings.availability.on")]}
          />
        ))}
      </div>
    </SettingCard>
  );
}
