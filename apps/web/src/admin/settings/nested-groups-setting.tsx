import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { GovernedSwitch } from "./governed-switch.tsx";
import { SettingCard } from "./setting-card.tsx";
import type { Settings } from "./settings-query.ts";

/** How far a group's policies reach: also to who is in it by a group within it, or not, as in Teams. */
export function NestedGroupsSetting({ settings }: { settings: Settings }): ReactElement {
  const t = useText();
  return (
    <SettingCard title={t("admin.settings.nestedGroups")} text={t("admin.settings.nestedGroups.text")}>
      <GovernedSwitch
        name="policiesReachNestedGroups"
        settings={settings}
        label={t("admin.settings.nestedGroups.label")}
        what={
          settings.policiesReachNestedGroups
            ? t("admin.settings.nestedGroups.on")
            : t("admin.settings.nestedGroups.off")
        }
        off={[t("admin.settings.nestedGroups.off.what")]}
        on={[t("admin.settings.nestedGroups.on.what")]}
      />
    </SettingCard>
  );
}
