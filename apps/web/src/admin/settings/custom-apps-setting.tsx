import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { GovernedSwitch } from "./governed-switch.tsx";
import { SettingCard } from "./setting-card.tsx";
import type { Settings } from "./settings-query.ts";

/** The master switch for custom apps. */
export function CustomAppsSetting({ settings }: { settings: Settings }): ReactElement {
  const t = useText();
  return (
    <SettingCard title={t("admin.settings.customApps")} text={t("admin.settings.customApps.text")}>
      <GovernedSwitch
        name="allowCustomApps"
        settings={settings}
        label={t("admin.policies.settings.customApps")}
        what={settings.allowCustomApps ? t("admin.settings.customApps.on") : t("admin.settings.customApps.off")}
        off={[t("admin.settings.customApps.off.what"), t("admin.settings.customApps.off.stays")]}
        on={[t("admin.policies.settings.customApps.on")]}
      />
    </SettingCard>
  );
}
