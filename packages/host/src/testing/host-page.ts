/** The host's window, driven by tests: opens frames, records everything the host says, and answers as it is told. */
import {
  type AppEntityRequest,
  accepted,
  type ClipboardItem,
  createPageHost,
  type HostOptions,
  originMatcher,
  type PageHost,
  refused,
  type TeamsAnswers,
} from "../index.ts";

export interface Opening {
  readonly url: string;
  readonly validDomains?: readonly string[];
  /** Where the app lives, when `url` is somewhere else. */
  readonly configurationUrl?: string;
  readonly frameContext?: HostOptions["frameContext"];
  readonly hostClientType?: HostOptions["hostClientType"];
  readonly context?: Record<string, unknown>;
  readonly settings?: HostOptions["settings"];
  readonly timings?: HostOptions["timings"];
  readonly configurable?: boolean;
  /** Answers offered by the owner: a text refuses with it, `true` accepts. */
  readonly offers?: Partial<Record<Offer, string | boolean>>;
}

export type Offer =
  | "acceptSettings"
  | "openLink"
  | "navigateBack"
  | "navigateToApp"
  | "navigateWithinApp"
  | "tabs"
  | "dialogs"
  | "cardDialogs"
  | "identity"
  | "followTeamsLink"
  | "openAppInstallDialog"
  | "clipboard"
  | "showProfile"
  | "selectAppEntity"
  | "fullScreen"
  | "appButton"
  | "teams"
  | "log";

export interface Entry {
  readonly name: string;
  readonly args: readonly unknown[];
}

const log: Entry[] = [];

function note(name: string): (...args: unknown[]) => void {
  return (...args) => void log.push({ name, args });
}

function listeners(opening: Opening): NonNullable<HostOptions["on"]> {
  return {
    validityState: note("validityState"),
    connected: note("connected"),
    silent: note("silent"),
    foreignOrigin: note("foreignOrigin"),
    unknownCall: note("unknownCall"),
    flood: note("flood"),
    appLoaded: note("appLoaded"),
    appSuccess: note("appSuccess"),
    appFailure: note("appFailure"),
    appExpectedFailure: note("appExpectedFailure"),
    deepLinkShared: note("deepLinkShared"),
    currentFrame: note("currentFrame"),
    focusReturned: note("focusReturned"),
    ...(opening.offers?.log ? { log: note("log") } : {}),
  };
}

function answers(opening: Opening): NonNullable<HostOptions["answers"]> {
  const offers = opening.offers ?? {};
  const decide =
    (name: Offer) =>
    (...args: unknown[]) => {
      note(name)(...args);
      const offer = offers[name];
      return typeof offer === "string" ? refused(offer) : accepted;
    };
  const teamTabs = [
    { tabName: "dummy1", channelId: "1" },
    { tabName: "dummy2", channelId: "1" },
  ];
  return {
    ...(offers.acceptSettings ? { acceptSettings: decide("acceptSettings") } : {}),
    ...(offers.openLink ? { openLink: decide("openLink") } : {}),
    ...(offers.navigateBack ? { navigateBack: decide("navigateBack") } : {}),
    ...(offers.navigateToApp ? { navigateToApp: decide("navigateToApp") } : {}),
    ...(offers.navigateWithinApp ? { navigateWithinApp: decide("navigateWithinApp") } : {}),
    ...(offers.tabs ? { tabs: { list: () => teamTabs, navigate: decide("tabs") } } : {}),
    ...(offers.dialogs || offers.cardDialogs ? { dialogs: { ...dialogs(), cards: offers.cardDialogs === true } } : {}),
    ...(offers.identity ? identity(offers.identity) : {}),
    ...(offers.followTeamsLink ? { followTeamsLink: decide("followTeamsLink") } : {}),
    ...(offers.openAppInstallDialog ? { openAppInstallDialog: note("openAppInstallDialog") } : {}),
    ...(offers.clipboard ? { clipboard: { write: decide("clipboard"), read: readClipboard } } : {}),
    ...(offers.showProfile ? { showProfile: decide("showProfile") } : {}),
    ...(offers.selectAppEntity ? { selectAppEntity } : {}),
    ...(offers.fullScreen ? { fullScreen: note("fullScreen") } : {}),
    ...(offers.appButton ? { appButton: true } : {}),
    ...(offers.teams ? { teams: teams() } : {}),
  };
}

/** What was copied last, or a greeting. */
async function readClipboard(): Promise<ClipboardItem> {
  const copied = log.findLast(({ name }) => name === "clipboard")?.args[0] as ClipboardItem | undefined;
  return copied ?? { mimeType: "text/plain", content: btoa("Hello") };
}

/** The values of the cases below are those that the cases' own host answers. */
async function selectAppEntity(request: AppEntityRequest): Promise<unknown> {
  note("selectAppEntity")(request);
  return {
    appId: "007",
    appIconUrl: "appIncon_pengiun.com",
    contentUrl: "contentUrl.com",
    displayName: "penguin",
    websiteUrl: "penguin.com",
  };
}

function teams(): TeamsAnswers {
  const channel = {
    siteUrl: "siteURL",
    objectId: "objectId",
    folderRelativeUrl: "folderRelativeUrl",
    displayName: "displayname",
    channelType: "Regular",
  };
  return {
    async channelsOf(groupId) {
      note("channelsOf")(groupId);
      return [channel];
    },
    async refreshSiteUrl(threadId) {
      note("refreshSiteUrl")(threadId);
    },
    async joined(parameters) {
      note("joined")(parameters);
      return [{ teamId: "testTeamId", teamName: "testTeamName" }];
    },
    async configSetting(key) {
      note("configSetting")(key);
      return "testValue";
    },
  };
}

function identity(offer: string | boolean): Pick<NonNullable<HostOptions["answers"]>, "authToken" | "user"> {
  const refuse = typeof offer === "string" ? offer : undefined;
  return {
    async authToken(request) {
      note("authToken")(request);
      if (refuse !== undefined) throw new Error(refuse);
      return "header.payload.signature";
    },
    async user() {
      if (refuse !== undefined) throw new Error(refuse);
      return {
        oid: "mockoid",
        tid: "mocktid",
        upn: "mockupn",
        loginHint: "mockLoginHint",
        displayName: "mockName",
        dataResidency: "public",
      };
    },
  };
}

function dialogs(): NonNullable<NonNullable<HostOptions["answers"]>["dialogs"]> {
  return {
    open(request, session) {
      note("dialog")(request);
      const frame = document.createElement("iframe");
      frame.name = "dialog";
      document.body.append(frame);
      session.attach(frame);
      frame.src = request.url ?? "about:blank";
      stage.closeDialog = session.close;
    },
    closed() {
      note("dialogClosed")();
      document.querySelector("iframe[name=dialog]")?.remove();
    },
    resize: note("dialogResized"),
  };
}

const stage = {
  log,
  /** Closes the open dialog as the person would. */
  closeDialog: () => {},
  /** The host of the frame opened last. */
  host: undefined as unknown as PageHost,
  open(opening: Opening): void {
    const frame = document.createElement("iframe");
    frame.name = "app";
    document.body.append(frame);
    stage.host = createPageHost({
      frame,
      allowedOrigins: originMatcher(opening.configurationUrl ?? opening.url, opening.validDomains ?? []),
      frameContext: opening.frameContext ?? "settings",
      ...(opening.hostClientType ? { hostClientType: opening.hostClientType } : {}),
      context: () => ({ locale: "en-us", ...opening.context }),
      theme: "default",
      ...(opening.settings ? { settings: opening.settings } : {}),
      on: listeners(opening),
      answers: answers(opening),
      ...(opening.timings ? { timings: opening.timings } : {}),
      ...(opening.configurable === undefined ? {} : { configurable: opening.configurable }),
    });
    frame.src = opening.url;
  },
};

export type Stage = typeof stage;

Object.assign(globalThis, { stage });
