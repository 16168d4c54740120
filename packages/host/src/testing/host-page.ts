/** The host's window, driven by tests: opens frames, records everything the host says, and answers as it is told. */
import { accepted, createPageHost, type HostOptions, originMatcher, type PageHost, refused } from "../index.ts";

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
  | "identity"
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
    ...(offers.dialogs ? { dialogs: dialogs() } : {}),
    ...(offers.identity ? identity(offers.identity) : {}),
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
    });
    frame.src = opening.url;
  },
};

export type Stage = typeof stage;

Object.assign(globalThis, { stage });
