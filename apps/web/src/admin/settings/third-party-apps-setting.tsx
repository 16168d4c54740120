import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { GovernedSwitch } from "./governed-switch.tsx";
import { SettingCard } from "./setting-card.tsx";
import type { Settings } from "./settings-query.ts";

const useStyles = makeStyles({ rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL } });

/** The store's apps that are not Microsoft's: at all, and those that come from now on. */
export function ThirdPartyAppsSetting({ settings }: { settings: Settings }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <SettingCard title={t("admin.policies.kind.thirdParty")} text={t("admin.policies.settings.thirdParty.text")}>
      <div className={styles.rows}>
        <GovernedSwitch
          name="allowThirdPartyApps"
          settings={settings}
          label={t("admin.policies.settings.thirdParty")}
          what={t("admin.policies.settings.thirdParty.what")}
          off={[t("admin.policies.settings.thirdParty.off"), t("admin.settings.customApps.off.stays")]}
          on={[t("admin.policies.settings.thirdParty.on")]}
        />
        <GovernedSwitch
          name="allowNewThirdPartyApps"
          settings={settings}
          label={t("admin.policies.settings.newThirdParty")}
          what={
            settings.allowThirdPartyApps
              ? t("admin.policies.settings.newThirdParty.what")
              : t("admin.policies.settings.newThirdParty.idle")
          }
          off={[t("admin.policies.settings.newThirdParty.off")]}
          on={[t("admin.policies.settings.newThirdParty.on")]}
          disabled={!settings.allowThirdPartyApps}
        />
      </div>
    </SettingCard>
  );
}
