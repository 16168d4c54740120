import { originMatcher } from "@parvis/host";

/** What a configuration page stores for itself (contracts.md D.4; teams-js `pages.config.setConfig`). */
export interface ConnectorSettings {
  readonly entityId?: string | undefined;
  readonly contentUrl?: string | undefined;
  readonly websiteUrl?: string | undefined;
  readonly removeUrl?: string | undefined;
  readonly suggestedDisplayName?: string | undefined;
  readonly configName?: string | undefined;
}

/** Configured on an app's page, or a webhook made directly in the channel. */
export type ConfigurationKind = "connector" | "incoming";

export type ConfigurationState = "draft" | "active" | "removed";

/** Where a connector's pages may come from, as its manifest says. */
export interface PageSource {
  readonly configurationUrl: string;
  readonly validDomains: readonly string[];
}

/** An unfinished dialog is given up after this long; its webhook answers until then, as pages may test it before Save. */
export const draftHours = 1;

/** Whether an address lies on the configuration page's host or a valid domain. */
export function mayLoad({ configurationUrl, validDomains }: PageSource, address: string): boolean {
  return URL.canParse(address) && originMatcher(configurationUrl, validDomains)(new URL(address).origin);
}

/** The page a dialog loads: the publisher's at first, later the one the page itself asked to be reopened with. */
export function pageFor(state: ConfigurationState, source: PageSource, settings: ConnectorSettings): string {
  const own = state === "active" ? settings.contentUrl : undefined;
  return own !== undefined && mayLoad(source, own) ? own : source.configurationUrl;
}

/** The name people see: what the page called this configuration, else the app's. */
export function nameOf(settings: ConnectorSettings, appName: string): string {
  return settings.configName || settings.suggestedDisplayName || appName;
}
