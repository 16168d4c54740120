import { useText } from "../../shared/language/text.ts";
import type { SwitchName } from "./connectors-query.ts";

interface SwitchText {
  readonly label: string;
  readonly what: string;
  readonly offTitle: string;
  readonly offWhat: string;
  /** Whether webhooks of channels stop with it. */
  readonly stops: boolean;
}

/** What each connector switch is called and does. */
export function useSwitchTexts(): Record<SwitchName, SwitchText> {
  const t = useText();
  return {
    connectorsEnabled: {
      label: t("admin.switch.all"),
      what: t("admin.switch.all.what"),
      offTitle: t("admin.switch.all.off"),
      offWhat: t("admin.switch.all.off.what"),
      stops: true,
    },
    connectorsEnabledForTeams: {
      label: t("admin.switch.teams"),
      what: t("admin.switch.teams.what"),
      offTitle: t("admin.switch.teams.off"),
      offWhat: t("admin.switch.teams.off.what"),
      stops: true,
    },
    connectorsEnabledForOutlook: {
      label: t("admin.switch.outlook"),
      what: t("admin.switch.outlook.what"),
      offTitle: t("admin.switch.outlook.off"),
      offWhat: t("admin.switch.outlook.off.what"),
      stops: false,
    },
    connectorsEnabledForSharepoint: {
      label: t("admin.switch.sharepoint"),
      what: t("admin.switch.kept"),
      offTitle: t("admin.switch.sharepoint.off"),
      offWhat: t("admin.switch.kept"),
      stops: false,
    },
    connectorsEnabledForYammer: {
      label: t("admin.switch.yammer"),
      what: t("admin.switch.kept"),
      offTitle: t("admin.switch.yammer.off"),
      offWhat: t("admin.switch.kept"),
      stops: false,
    },
    connectorsActionableMessagesEnabled: {
      label: t("admin.switch.buttons"),
      what: t("admin.switch.buttons.what"),
      offTitle: t("admin.switch.buttons.off"),
      offWhat: t("admin.switch.buttons.off.what"),
      stops: false,
    },
  };
}
