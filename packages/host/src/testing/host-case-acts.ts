/**
 * How the host cases are played: what the page calls, what the host raises, and how what the host heard reads in the words of
 * the cases, which describe the screens of another host and another test app.
 */
import "./globals.ts";
import { type HostCase, versionMatches } from "./host-cases.ts";
import type { Opening } from "./host-page.ts";
import type { SdkVersion } from "./site.ts";
import type { Scene } from "./theatre.ts";

export interface Act {
  /** The functions of 1.x do for this case too. */
  readonly first?: boolean;
  readonly opening?: Partial<Opening>;
  /** Runs in the frame. Gives what the test app of the cases would show. */
  readonly page?: (input: unknown) => unknown;
  /** The name that the page registers, when the host has to wait for it before raising an event. */
  readonly handler?: string;
  readonly raise?: (scene: Scene, one: HostCase) => Promise<void>;
  /** What the host of the cases would announce, made of what our host has heard. */
  readonly alert?: (scene: Scene) => Promise<string | undefined>;
}

/** The capabilities that this host offers or can offer. */
export const OFFERED: ReadonlySet<string> = new Set([
  "app",
  "appEntity",
  "appInstallDialog",
  "authentication",
  "clipboard",
  "dialog",
  "dialog.card",
  "dialog.update",
  "dialog.url",
  "dialog.url.parentCommunication",
  "log",
  "pages",
  "pages.appButton",
  "pages.backStack",
  "pages.config",
  "pages.currentApp",
  "pages.fullTrust",
  "pages.tabs",
  "profile",
  "teams",
  "teams.fullTrust",
  "teams.fullTrust.joinedTeams",
]);

const APP_ID = "com.example.m365testapp.test";

/** "<words> called with <what the host heard as `name`>". */
function heardAs(name: string, words: string, write: (value: unknown) => string = (value) => JSON.stringify(value)) {
  return async (scene: Scene): Promise<string | undefined> => {
    const last = (await scene.heard(name)).at(-1);
    return last && `${words}${write(last[0])}`;
  };
}

/** An answer proves the call. */
function said(words: string): () => Promise<string> {
  return async () => words;
}

/** Starts a save or removal and notes how it ended. */
async function settle(scene: Scene, one: HostCase, kind: "save" | "remove"): Promise<void> {
  await scene.page.evaluate(
    async ([start, data]) => {
      const outcome = await (start === "save" ? stage.host.save(data) : stage.host.remove());
      stage.log.push({ name: "outcome", args: [outcome] });
    },
    [kind, (one.eventData ?? {}) as { webhookUrl?: string }] as const,
  );
}

function outcomeAs(kind: "Save" | "Remove") {
  return async (scene: Scene): Promise<string | undefined> => {
    const [outcome] = (await scene.until("outcome")) as [{ outcome: string; reason?: string }];
    return outcome.outcome === "succeeded"
      ? `on${kind}Success called`
      : `on${kind}Failure called with ${outcome.reason}`;
  };
}

async function raiseEvent(scene: Scene, one: HostCase): Promise<void> {
  const args = one.eventData === undefined ? [] : [one.eventData];
  await scene.page.evaluate(([name, given]) => stage.host.sendEvent(name, ...given), [
    one.eventName ?? "",
    args,
  ] as const);
}

/** Links into Teams come to one of several answers; the cases name each after the capability it belongs to. */
async function linkFollowed(scene: Scene): Promise<string | undefined> {
  const calls: Readonly<Record<string, string>> = {
    call: "startCall",
    chat: "openChat",
    file: "openFilePreview",
    meeting: "composeMeeting",
    stage: "stageView.open",
  };
  const [link] = (await scene.heard("followTeamsLink")).at(-1) ?? [];
  if (link !== undefined) {
    const { kind, ...rest } = link as { readonly kind: string };
    return `${calls[kind]} called with ${JSON.stringify(Object.values(rest)[0])}`;
  }
  return (
    (await heardAs("openLink", "", String)(scene)) ??
    (await heardAs("navigateToApp", "navigateToApp called with ")(scene)) ??
    (await installDialogOpened(scene))
  );
}

const installDialogOpened = heardAs("openAppInstallDialog", "openAppInstallDialog called with ", (appId) =>
  JSON.stringify({ appId }),
);

function appButtonEvent(register: "onClick" | "onHoverEnter" | "onHoverLeave", handler: string): Act {
  const acts = {
    onClick: () => new Promise((resolve) => sdk.pages.appButton.onClick(() => resolve("successfully called"))),
    onHoverEnter: () =>
      new Promise((resolve) => sdk.pages.appButton.onHoverEnter(() => resolve("successfully called"))),
    onHoverLeave: () =>
      new Promise((resolve) => sdk.pages.appButton.onHoverLeave(() => resolve("successfully called"))),
  };
  return { opening: { offers: { appButton: true } }, handler, page: acts[register], raise: raiseEvent };
}

const save: Act = { first: true, raise: (scene, one) => settle(scene, one, "save"), alert: outcomeAs("Save") };
const remove: Act = { raise: (scene, one) => settle(scene, one, "remove"), alert: outcomeAs("Remove") };

const ACTS: Readonly<Record<string, Act>> = {
  "#box_executeDeepLink2": {
    first: true,
    opening: { offers: { openLink: true, followTeamsLink: true, openAppInstallDialog: true, navigateToApp: true } },
    page: async (input) => {
      await page.openLink(String(input));
      return "Completed";
    },
    alert: linkFollowed,
  },
  "#box_getUser": {
    first: true,
    page: async () => {
      const { ok, value } = await page.getUser();
      return ok ? JSON.stringify(value) : `Error: Error: ${value}`;
    },
  },
  "#box_config_setConfig": {
    first: true,
    opening: { offers: { acceptSettings: true } },
    page: async (input) => {
      await page.setSettings(input as Record<string, unknown>);
      return "Completed";
    },
    alert: async (scene) => {
      const [settings] = (await scene.heard("acceptSettings")).at(-1) ?? [];
      // In the order of the case, which writes them alphabetically.
      return settings === undefined
        ? undefined
        : `setConfig called with ${JSON.stringify(settings, Object.keys(Object(settings)).sort())}`;
    },
  },
  "#box_config_setValidityState2": {
    first: true,
    page: (input) => {
      // False is where a page starts, and only changes are announced.
      if (input === false) page.setValidityState(true);
      page.setValidityState(input === true);
      return `Set validity state to ${input}`;
    },
    alert: heardAs("validityState", "setValidityState called with ", String),
  },
  "settings.save": save,
  "settings.remove": { ...remove, first: true },
  "#box_config_registerOnSaveHandler": {
    ...save,
    handler: "save",
    page: () =>
      new Promise((resolve) =>
        page.onSave((event) => {
          event.notifySuccess();
          resolve("Save event received.");
        }),
      ),
  },
  "#box_config_registerOnRemoveHandler": {
    ...remove,
    handler: "remove",
    page: () =>
      new Promise((resolve) =>
        page.onRemove((event) => {
          event.notifySuccess();
          resolve("Remove event received.");
        }),
      ),
  },
  "#box_config_registerOnRemoveHandlerFailure": {
    ...remove,
    handler: "remove",
    page: () =>
      new Promise((resolve) =>
        page.onRemove((event) => {
          event.notifyFailure("someReason");
          resolve("Remove event failed.");
        }),
      ),
  },
  "#box_config_registerChangeConfigsHandler": {
    handler: "changeSettings",
    page: () =>
      new Promise((resolve) => sdk.pages.config.registerChangeConfigHandler(() => resolve("successfully called"))),
    raise: raiseEvent,
  },
  "#box_config_getConfig": {
    first: true,
    opening: { settings: { contentUrl: "https://www.bing.com", entityId: "1", suggestedDisplayName: "M365TestApp" } },
    page: async () => JSON.stringify(await page.getSettings()),
    alert: said("getConfig called"),
  },
  "#box_returnFocus": {
    page: (input) => {
      sdk.pages.returnFocus(input === true);
      return `Current navigateForward state is ${input}`;
    },
    alert: heardAs("focusReturned", "returnFocus called with ", String),
  },
  "#box_setCurrentFrame": {
    page: (input) => {
      sdk.pages.setCurrentFrame(input);
      return "called";
    },
    alert: heardAs("currentFrame", "setCurrentFrame called with "),
  },
  "#box_navigateToApp": {
    opening: { offers: { navigateToApp: true } },
    page: async (input) => {
      await sdk.pages.navigateToApp(input);
      return "Completed";
    },
    alert: heardAs("navigateToApp", "navigateToApp called with "),
  },
  "#box_navigateCrossDomain2": {
    opening: { validDomains: ["example.invalid"] },
    page: (input) => {
      void page.navigateCrossDomain(String(input));
    },
    alert: (scene) => scene.page.evaluate(() => document.querySelector("iframe")?.src),
  },
  "#box_pages\\.shareDeepLink": {
    page: (input) => {
      // The case still speaks of entities; the API has called them pages since 2.1.
      const { subEntityId, subEntityLabel, subEntityWebUrl } = input as Record<string, string>;
      sdk.pages.shareDeepLink({ subPageId: subEntityId, subPageLabel: subEntityLabel, subPageWebUrl: subEntityWebUrl });
      return "called shareDeepLink";
    },
    alert: heardAs("deepLinkShared", "shareDeepLink called with "),
  },
  "#box_registerFullScreenChangeHandler": {
    handler: "fullScreenChange",
    page: () =>
      new Promise((resolve) =>
        sdk.pages.registerFullScreenHandler((full) => resolve(`successfully called with isFullScreen:${full}`)),
      ),
    raise: raiseEvent,
  },
  "#box_registerFocusEnterHandler": {
    handler: "focusEnter",
    page: () =>
      new Promise((resolve) =>
        sdk.pages.registerFocusEnterHandler((forward) =>
          resolve(`successfully called with navigateForward:${forward}`),
        ),
      ),
    raise: raiseEvent,
  },
  "#box_navigateBack": {
    opening: { offers: { navigateBack: true } },
    page: async () => {
      await sdk.pages.backStack.navigateBack();
      return "Completed";
    },
    alert: heardAs("navigateBack", "navigateBack called", () => ""),
  },
  "#box_navigateToTab": {
    opening: { offers: { tabs: true } },
    page: async (input) => {
      await sdk.pages.tabs.navigateToTab(input);
      return "Completed";
    },
    alert: heardAs("tabs", "navigateToTab called with "),
  },
  "#box_getTabInstance": {
    opening: { offers: { tabs: true } },
    page: async (input) => JSON.stringify(await sdk.pages.tabs.getTabInstances(input)),
    alert: said('getTabInstances called with {"favoriteTeamsOnly":true}'),
  },
  "#box_getMRUTabInstance": {
    opening: { offers: { tabs: true } },
    page: async (input) => JSON.stringify(await sdk.pages.tabs.getMruTabInstances(input)),
    alert: said('getMruTabInstances called with {"favoriteTeamsOnly":true}'),
  },
  "#box_navigateTo": {
    opening: { offers: { navigateWithinApp: true } },
    page: async (input) => {
      await sdk.pages.currentApp.navigateTo(input);
      return "Completed";
    },
    alert: heardAs("navigateWithinApp", "navigateToApp called with ", (target) =>
      JSON.stringify({ appId: APP_ID, ...(target as object) }),
    ),
  },
  "#box_navigateToDefaultPage": {
    opening: { offers: { navigateWithinApp: true } },
    page: async () => {
      await sdk.pages.currentApp.navigateToDefaultPage();
      return "Completed";
    },
    // Which page is the default is the owner's to know; this is the cases' owner's.
    alert: heardAs("navigateWithinApp", "navigateToApp called with ", (target) =>
      JSON.stringify({ appId: APP_ID, pageId: target === undefined ? "serverUrl" : target }),
    ),
  },
  "#box_core\\.shareDeepLink": {
    first: true,
    page: (input) => {
      sdk.shareDeepLink(input);
      return "called shareDeepLink";
    },
    alert: heardAs("deepLinkShared", "shareDeepLink called with "),
  },
  "#box_registerAppButtonClickHandler": appButtonEvent("onClick", "appButtonClick"),
  "#box_registerAppButtonHoverEnterHandler": appButtonEvent("onHoverEnter", "appButtonHoverEnter"),
  "#box_registerAppButtonHoverLeaveHandler": appButtonEvent("onHoverLeave", "appButtonHoverLeave"),
  "#box_enterFullscreen": {
    opening: { offers: { fullScreen: true } },
    page: () => sdk.pages.fullTrust.enterFullscreen(),
    alert: heardAs("fullScreen", "", (full) => `${full ? "enter" : "exit"}Fullscreen called`),
  },
  "#box_exitFullscreen": {
    opening: { offers: { fullScreen: true } },
    page: () => sdk.pages.fullTrust.exitFullscreen(),
    alert: heardAs("fullScreen", "", (full) => `${full ? "enter" : "exit"}Fullscreen called`),
  },
  "#box_openAppInstallDialog": {
    opening: { offers: { openAppInstallDialog: true } },
    page: async (input) => {
      await sdk.appInstallDialog.openAppInstallDialog(input);
      return "called";
    },
    alert: installDialogOpened,
  },
  "#box_select_appEntity": {
    opening: { offers: { selectAppEntity: true } },
    page: (input) => {
      const { threadId, categories, subEntityId } = input as {
        threadId: string;
        categories: string[];
        subEntityId: string;
      };
      return new Promise((resolve) =>
        sdk.appEntity.selectAppEntity(threadId, categories, subEntityId, (error, entity) =>
          resolve(JSON.stringify(error ?? entity)),
        ),
      );
    },
    alert: heardAs("selectAppEntity", "appEntity.selectAppEntity called with ", (request) => {
      const { threadId, categories, subEntityId } = request as Record<string, unknown>;
      return [threadId, String(categories), subEntityId].join(" + ");
    }),
  },
  "#box_copyText": {
    opening: { offers: { clipboard: true } },
    page: async (input) => JSON.stringify(await sdk.clipboard.write(new Blob([String(input)], { type: "text/plain" }))),
  },
  "#box_copyImage": {
    opening: { offers: { clipboard: true } },
    page: async (input) => {
      const canvas = document.createElement("canvas");
      const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, String(input)));
      return JSON.stringify(image && (await sdk.clipboard.write(image)));
    },
  },
  "#box_showProfile": {
    opening: { offers: { showProfile: true } },
    page: (input) => sdk.profile.showProfile(input),
    alert: heardAs("showProfile", "showProfile called with "),
  },
  "#box_getTeamChannels2": {
    first: true,
    opening: { offers: { teams: true } },
    page: (input) =>
      new Promise((resolve) =>
        sdk.teams.getTeamChannels(String(input), (error, channels) => resolve(JSON.stringify(error ?? channels))),
      ),
    alert: heardAs("channelsOf", "getTeamChannels called with: ", String),
  },
  "#box_refreshSiteUrl2": {
    first: true,
    opening: { offers: { teams: true } },
    page: (input) =>
      new Promise((resolve) =>
        sdk.teams.refreshSiteUrl(String(input), (error) => resolve(error ? JSON.stringify(error) : "Success")),
      ),
    alert: heardAs("refreshSiteUrl", "refreshSiteUrl called with: ", String),
  },
  "#box_getUserJoinedTeams": {
    opening: { offers: { teams: true } },
    page: async (input) => JSON.stringify(await sdk.teams.fullTrust.joinedTeams.getUserJoinedTeams(input)),
    alert: heardAs("joined", "getUserJoinedTeams called with "),
  },
  "#box_getConfigSetting2": {
    opening: { offers: { teams: true } },
    page: async (input) => await sdk.teams.fullTrust.getConfigSetting(String(input)),
    alert: heardAs("configSetting", "getConfigSetting called with key: ", String),
  },
  "#box_dialogResize": {
    opening: { offers: { dialogs: true } },
    page: (input) => sdk.dialog.update.resize(input),
    alert: async (scene) => {
      const [size] = (await scene.heard("dialogResized")).at(-1) ?? [];
      return size === undefined
        ? undefined
        : `dialog.resize() called with ${JSON.stringify(size, ["height", "width"])}`;
    },
  },
  "#box_dialogSubmitWithInput": {
    opening: { offers: { dialogs: true } },
    page: (input) => sdk.dialog.url.submit((input as { result: unknown }).result),
    alert: async (scene) => {
      const submitted = await scene.frame.waitForFunction(() => page.events.find(({ name }) => name === "dialogEnded"));
      return `dialog.submit() called with ${JSON.stringify((await submitted.jsonValue())?.value)}`;
    },
  },
  "#box_registerGetLogHandler": {
    handler: "log.request",
    opening: { offers: { log: true } },
    page: () =>
      new Promise((resolve) =>
        sdk.logs.registerGetLogHandler(() => {
          resolve("Success");
          return "App log string";
        }),
      ),
    raise: raiseEvent,
    alert: heardAs("log", "handleAppLog called with appLog: ", String),
  },
};

/** The act for a case in one SDK. */
export function expressible(capability: string, one: HostCase, sdk: SdkVersion): Act | undefined {
  const act = ACTS[one.boxSelector ?? one.eventName ?? ""];
  if (!act || (sdk.startsWith("1.") && !act.first)) return undefined;
  // Where there is nothing to configure, the host says where the page is.
  if (one.modulesToDisable) {
    const settings = {
      contentUrl: "https://localhost:4000",
      entityId: "serverUrl",
      suggestedDisplayName: "Server Url",
    };
    return { ...act, opening: { configurable: false, settings } };
  }
  if (capability !== "authentication") return act;
  // The cases' host keeps identities from apps that are not its maker's; ours asks its owner.
  const refused = /message = (.*)$/.exec(one.expectedTestAppValue ?? "")?.[1];
  return { ...act, opening: { offers: { identity: refused ?? true } } };
}

/** The version of a case's host, which says of some that newer hosts answer otherwise. */
const HOST_VERSION = "99.0.0";

/** Why a case is not played, if it is not. */
export function notExpressible(one: HostCase): string | undefined {
  if (one.platformsExcluded?.includes("Web")) return "not for hosts on the web";
  if (
    one.hostSdkVersion?.web !== undefined &&
    !versionMatches(one.hostSdkVersion.web, HOST_VERSION) &&
    !LASTING.test(one.title)
  )
    return `answered so by hosts ${one.hostSdkVersion.web} only`;
  if (/^Error: (PageID|String can't|mimeType can't)/.test(one.expectedTestAppValue ?? ""))
    return "raised by the cases' own test app, before the SDK is called";
  const key = one.boxSelector ?? one.eventName ?? "";
  return ACTS[key] || one.version?.includes("beta") ? undefined : "no act written for it";
}

/** Newer hosts of theirs answer these by other means; ours has no reason to. */
const LASTING = /stageView/;
