import type { TextOf } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";

/** What an app brings, one line a kind; what it does not bring is left out. */
export function capabilityTexts(capabilities: AppDetails["capabilities"], t: TextOf): string[] {
  const { connectors, bots, staticTabs, configurableTabs, composeExtensions } = capabilities;
  const lines: [number, string][] = [
    ...connectors.map(({ configurationUrl }): [number, string] => [
      1,
      t("admin.app.capability.connector", { host: hostOf(configurationUrl) }),
    ]),
    [bots, t("admin.app.capability.bots", { count: bots })],
    [staticTabs, t("admin.app.capability.staticTabs", { count: staticTabs })],
    [configurableTabs, t("admin.app.capability.configurableTabs", { count: configurableTabs })],
    [composeExtensions, t("admin.app.capability.composeExtensions", { count: composeExtensions })],
  ];
  return lines.filter(([count]) => count > 0).map(([, line]) => line);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
