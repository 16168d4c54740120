import { announcementCalls } from "./announcements.ts";
import { createAuthentication } from "./authentication.ts";
import type { CallHandler } from "./calls.ts";
import { createConversation } from "./conversation.ts";
import { createDialogs, type TaskLink, taskCalls } from "./dialogs.ts";
import { greeting, offeredCapabilities } from "./handshake.ts";
import { identityCalls } from "./identity.ts";
import type { InstanceSettings } from "./instance-settings.ts";
import { navigationCalls } from "./navigation.ts";
import { DEFAULT_TIMINGS, type HostOptions, type HostTimings } from "./options.ts";
import type { FrameContext, Theme } from "./page-context.ts";
import { createPageRecord } from "./page-record.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import { createRoundTrip, type RoundTripOutcome } from "./round-trip.ts";
import { acceptAnySettings, createSettingsDesk } from "./settings.ts";
import { ownPopups, shimPopups } from "./shim-popups.ts";
import { createSilenceWatch } from "./silence.ts";
import { surroundingCalls } from "./surroundings.ts";

/** What is known about the page at this moment. */
export interface PageState {
  /** Version of the SDK that last said `initialize`; absent before. */
  readonly sdkVersion?: string;
  /** Origin of the page that last said `initialize`. */
  readonly origin?: string;
  /** The page and the host hear each other. */
  readonly connected: boolean;
  /** Save (or Remove) may be pressed. */
  readonly valid: boolean;
  readonly settings: InstanceSettings;
  /** Names the page has passed to `registerHandler`. */
  readonly handlers: readonly string[];
}

/** The host of one frame. */
export interface PageHost {
  readonly state: PageState;
  /**
   * Raises the save event. `webhookUrl` reaches the page as `saveEvent.result.webhookUrl` and stays in `getSettings`.
   * The page's settings, as far as they are accepted, are in `state.settings` when this resolves. After a failure the
   * page stays as it is, and save may be called again.
   */
  save(result?: { readonly webhookUrl?: string }): Promise<RoundTripOutcome>;
  /**
   * Raises the remove event, once the page has had time to register its handler. A removal goes on whatever the outcome; this
   * only gives the page its chance.
   */
  remove(): Promise<RoundTripOutcome>;
  setTheme(theme: Theme): void;
  /** Raises any event of section 5 (`backButtonPress`, `changeSettings`, ...); `false` when nobody has said `initialize`. */
  sendEvent(name: string, ...args: readonly unknown[]): boolean;
  /**
   * Ends the exchange: closes popup and dialog, waits for a running save or removal and for requests without an answer, lingers, and
   * stops listening. Hide the frame at once if you like, but take it out of the document only when this resolves.
   */
  dispose(): Promise<void>;
}

/** Starts to host the page in `options.frame`. */
export function createPageHost(options: HostOptions): PageHost {
  return createHost(options, options.frameContext);
}

function createHost(options: HostOptions, frameContext: FrameContext, taskLink?: TaskLink): PageHost {
  const { frame, allowedOrigins: accepts, on = {}, answers = {}, hostClientType = "web" } = options;
  const timings: HostTimings = { ...DEFAULT_TIMINGS, ...options.timings };
  const offered = offeredCapabilities(options, taskLink !== undefined);
  let theme = options.theme;
  let disposed: Promise<void> | undefined;

  const record = createPageRecord();
  const save = createRoundTrip("settings.save", timings.saveMilliseconds);
  const remove = createRoundTrip("settings.remove", timings.removeMilliseconds);
  const settings = createSettingsDesk({
    frameContext,
    initial: options.settings ?? {},
    accept: answers.acceptSettings ?? acceptAnySettings,
    onValidity: (valid) => on.validityState?.(valid),
  });

  const unknown: CallHandler = (call) => {
    on.unknownCall?.(call.func);
    const error = sdkError(ErrorCode.notSupportedOnPlatform, `This host does not offer ${call.func}.`);
    return refusal(call.func, call.generation, error);
  };
  const contextIn =
    (context: FrameContext): CallHandler =>
    () => [{ ...options.context(), theme, frameContext: context, hostClientType }];

  const { shimOrigin } = options;
  const popups = shimOrigin === undefined ? ownPopups : shimPopups(() => frame.contentWindow, shimOrigin);
  const authentication = createAuthentication({
    accepts,
    greet: (call) => greeting(call, "authentication", hostClientType, offered),
    getContext: contextIn("authentication"),
    unknown,
    open: (url, features) => (disposed ? null : popups.open(url, features)),
  });

  const initialize: CallHandler = (call) => {
    if (record.greeted(call)) settings.resetValidity();
    silence.initialized();
    return greeting(call, frameContext, hostClientType, offered);
  };
  const point = (url: string): void => {
    frame.src = url;
  };
  const dialogs =
    answers.dialogs &&
    createDialogs(answers.dialogs, {
      accepts,
      host(child, listeners, link) {
        // No dialogs out of dialogs: the SDKs refuse them too.
        const { dialogs: _, ...others } = answers;
        return createHost({ ...options, frame: child, theme, on: listeners, answers: others }, "task", link);
      },
      postToPage: (message) => void conversation.post("messageForParent", [message]),
    });

  const conversation = createConversation({
    peer: () => frame.contentWindow,
    accepts,
    calls: new Map([
      ["initialize", initialize],
      ["getContext", contextIn(frameContext)],
      ...record.calls,
      ...settings.calls,
      ...save.calls,
      ...remove.calls,
      ...announcementCalls(on),
      ...navigationCalls(answers, accepts, point),
      ...identityCalls(answers),
      ...surroundingCalls(answers, () => frame.getBoundingClientRect?.()),
      ...authentication.calls,
      ...(taskLink ? taskCalls(taskLink) : (dialogs?.calls ?? [])),
    ]),
    unknown,
    onRequest(call) {
      if (call.func === "initialize" || !record.heard()) return;
      silence.heard();
      on.connected?.();
    },
    onForeignOrigin: (origin) => on.foreignOrigin?.(origin),
    onFlood: () => on.flood?.(),
  });
  // Every SDK answers `beforeUnload` with `readyToUnload` as long as the page has registered no handler for it, and a page
  // that has not been heard yet has registered none.
  const probe = (): void => void conversation.post("beforeUnload", []);
  const silence = createSilenceWatch(timings, (reason) => on.silent?.(reason), probe);

  const receive = (event: MessageEvent): void => {
    const message = popups.read(event);
    if (message !== undefined && !conversation.receive(message)) authentication.receive(message);
  };
  window.addEventListener("message", receive);
  frame.addEventListener("load", silence.loaded);

  async function runSave(result: { readonly webhookUrl?: string }): Promise<RoundTripOutcome> {
    const outcome = await save.start(() => conversation.post("settings.save", [{ ...result }]));
    if (outcome.outcome !== "succeeded") return outcome;
    const reason = await settings.refusalSinceSave();
    return reason === undefined ? outcome : { outcome: "failed", reason };
  }

  async function end(): Promise<void> {
    silence.stop();
    authentication.cancel();
    dialogs?.cancel();
    frame.removeEventListener("load", silence.loaded);
    await Promise.all([save.running, remove.running]);
    await conversation.settled();
    await new Promise((resolve) => setTimeout(resolve, timings.lingerMilliseconds));
    window.removeEventListener("message", receive);
  }

  return {
    get state() {
      const { sdkVersion, origin, connected, handlers } = record;
      return {
        ...(sdkVersion === undefined ? {} : { sdkVersion }),
        ...(origin === undefined ? {} : { origin }),
        connected,
        valid: settings.valid,
        settings: settings.current,
        handlers,
      };
    },
    async save(result = {}) {
      if (disposed) return { outcome: "not-ready" };
      if (!save.running) settings.beginSave();
      if (result.webhookUrl !== undefined) settings.setWebhookUrl(result.webhookUrl);
      return runSave(result);
    },
    async remove() {
      if (disposed) return { outcome: "not-ready" };
      if (!remove.running) await record.registered("remove", timings.handlerMilliseconds);
      return disposed ? { outcome: "not-ready" } : remove.start(() => conversation.post("settings.remove", []));
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      conversation.post("themeChange", [next]);
    },
    sendEvent: (name, ...args) => conversation.post(name, args),
    dispose() {
      disposed ??= end();
      return disposed;
    },
  };
}
