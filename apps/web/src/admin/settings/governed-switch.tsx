import { Text } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { ImpactDialog } from "../policies/impact-dialog.tsx";
import { SetBy } from "./set-by.tsx";
import { type Settings, settingsInForceQuery, useChangeSettings } from "./settings-query.ts";
import { SwitchRow } from "./switch-row.tsx";

/** Settings that give apps to people and take them away. */
export type GovernedName =
  | "allowCustomApps"
  | "allowThirdPartyApps"
  | "allowNewThirdPartyApps"
  | "microsoftAppsAvailable"
  | "thirdPartyAppsAvailable"
  | "customAppsAvailable"
  | "policiesReachNestedGroups";

interface GovernedSwitchProps {
  readonly name: GovernedName;
  readonly settings: Settings;
  readonly label: string;
  readonly what: string;
  /** Said before it is switched off, and on. */
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly disabled?: boolean;
}

/** A switch of the organisation that decides who may use which apps: it says who gains and loses them before it moves. */
export function GovernedSwitch(props: GovernedSwitchProps): ReactElement {
  const { name, settings, label, what, off, on, disabled = false } = props;
  const t = useText();
  const change = useChangeSettings();
  const { data: inForce } = useQuery(settingsInForceQuery);
  const [asked, setAsked] = useState<boolean>();
  // The words stay while the dialog fades out.
  const [wanted, setWanted] = useState(false);
  const set = inForce?.[name];
  return (
    <SwitchRow
      label={label}
      what={what}
      checked={settings[name]}
      disabled={disabled || change.isPending}
      onChange={(checked) => {
        setWanted(checked);
        setAsked(checked);
      }}
    >
      {set !== undefined && <SetBy setBy={set.setByName} setAt={set.since} />}
      <ImpactDialog
        open={asked !== undefined}
        title={
          wanted ? t("admin.policies.settings.on.title", { label }) : t("admin.policies.settings.off.title", { label })
        }
        change={{ change: "settings", settings: { [name]: wanted } }}
        action={wanted ? t("admin.policies.settings.on.action") : t("admin.policies.settings.off.action")}
        act={async () => await change.mutateAsync({ [name]: wanted })}
        onDone={() => setAsked(undefined)}
        onClose={() => setAsked(undefined)}
      >
        {(wanted ? on : off).map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </ImpactDialog>
    </SwitchRow>
  );
}
