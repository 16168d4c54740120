import { Switch, Text, useRestoreFocusTarget } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { SettingCard } from "./setting-card.tsx";
import { type Settings, useChangeSettings } from "./settings-query.ts";

/** The master switch for custom apps. Switching it off takes something away from everybody, so that asks first. */
export function CustomAppsSetting({ settings }: { settings: Settings }): ReactElement {
  const t = useText();
  const { organisation } = useSession();
  const restoreFocus = useRestoreFocusTarget();
  const change = useChangeSettings();
  const [asking, setAsking] = useState(false);
  const on = settings.allowCustomApps;
  return (
    <SettingCard title={t("admin.settings.customApps")} text={t("admin.settings.customApps.text")}>
      <Switch
        checked={on}
        disabled={change.isPending}
        label={on ? t("admin.settings.customApps.on") : t("admin.settings.customApps.off")}
        onChange={(_, { checked }) => (checked ? change.mutate({ allowCustomApps: true }) : setAsking(true))}
        {...restoreFocus}
      />
      {!asking && <ProblemBar error={change.error} />}
      <ConfirmDialog
        open={asking}
        title={t("admin.settings.customApps.off.title")}
        action={t("admin.settings.customApps.off.action", { organisation: organisation.displayName })}
        doing={t("admin.working")}
        act={async () => await change.mutateAsync({ allowCustomApps: false })}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        <Text>{t("admin.settings.customApps.off.what")}</Text>
        <Text>{t("admin.settings.customApps.off.stays")}</Text>
      </ConfirmDialog>
    </SettingCard>
  );
}
