/**
 * The runtime object of the 2.x handshake (teamsjs-host.md section 3): it tells a page what `X.isSupported()` says. A
 * capability that is not offered is absent, and the SDK then throws errorNotSupportedOnPlatform before sending anything.
 */

/** What this host offers beyond the basics, which every page gets. */
export interface OfferedCapabilities {
  readonly backStack: boolean;
  readonly tabs: boolean;
  readonly currentApp: boolean;
  readonly dialogs: boolean;
  readonly cardDialogs: boolean;
  readonly logs: boolean;
  readonly config: boolean;
  readonly fullScreen: boolean;
  readonly appButton: boolean;
  readonly appInstallDialog: boolean;
  readonly appEntity: boolean;
  readonly clipboard: boolean;
  readonly profile: boolean;
  readonly teams: boolean;
}

/** Runtime format of SDK 2.58.0. */
const NEWEST_FORMAT = 4;
/** The newest Adaptive Card schema the client renders. */
const ADAPTIVE_CARDS = { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } };
const ON = {};

function dialogCapabilities(offered: OfferedCapabilities, format: number): Record<string, unknown> {
  if (!offered.dialogs) return {};
  // Format 1 knew only URL dialogs, and had `update` directly inside (v2: upgradeChain).
  if (format === 1) return { dialog: { update: ON } };
  const url = format < 4 ? ON : { parentCommunication: ON };
  return { dialog: { url, update: ON, ...(offered.cardDialogs ? { card: ON } : {}) } };
}

/**
 * The runtime object as the JSON text that goes over the wire, in the newest format the page's SDK can read: an SDK
 * upgrades older formats but refuses newer ones (v2: fastForwardRuntime).
 *
 * @param pageFormat second argument of the page's `initialize`; not a number in pre-releases, taken as 1
 */
export function runtimeConfig(offered: OfferedCapabilities, pageFormat: unknown): string {
  const asked = typeof pageFormat === "number" && pageFormat >= 1 ? Math.floor(pageFormat) : 1;
  const format = Math.min(asked, NEWEST_FORMAT);
  return JSON.stringify({
    apiVersion: format,
    isLegacyTeams: false,
    ...(format >= 2 ? { hostVersionsInfo: ADAPTIVE_CARDS } : {}),
    ...(format >= 4 ? { isNAAChannelRecommended: false, isDeeplyNestedAuthSupported: false } : {}),
    supports: {
      pages: {
        ...(offered.config ? { config: ON } : {}),
        ...(offered.backStack ? { backStack: ON } : {}),
        ...(offered.tabs ? { tabs: ON } : {}),
        ...(offered.currentApp ? { currentApp: ON } : {}),
        ...(offered.fullScreen ? { fullTrust: ON } : {}),
        ...(offered.appButton ? { appButton: ON } : {}),
      },
      teamsCore: ON,
      ...dialogCapabilities(offered, format),
      ...(offered.logs ? { logs: ON } : {}),
      ...(offered.appInstallDialog ? { appInstallDialog: ON } : {}),
      ...(offered.appEntity ? { appEntity: ON } : {}),
      ...(offered.clipboard ? { clipboard: ON } : {}),
      ...(offered.profile ? { profile: ON } : {}),
      ...(offered.teams ? { teams: { fullTrust: { joinedTeams: ON } } } : {}),
    },
  });
}
