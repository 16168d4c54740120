/**
 * The page of an app, driven by tests from inside the frame. It offers one set of functions over the unmodified SDKs,
 * loaded before it as the global `microsoftTeams`, and calls nothing by itself.
 */
import type { CallbackPair, ConfigEvent, FirstSdk, SecondSdk } from "./sdk-surface.ts";

/** How a promise or a pair of callbacks ended. */
export interface Settled {
  readonly ok: boolean;
  readonly value: unknown;
}

declare const microsoftTeams: FirstSdk & Partial<SecondSdk>;

const first: FirstSdk = microsoftTeams;
const second: SecondSdk | undefined = "app" in microsoftTeams ? (microsoftTeams as FirstSdk & SecondSdk) : undefined;
const config = second?.pages.config ?? first.settings;

function settled(promise: Promise<unknown>): Promise<Settled> {
  return promise.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, value: error instanceof Error ? error.message : error }),
  );
}

/** Calls a 1.x function that ends with an `onComplete(success, reason)` callback. */
function completed(call: (done: (ok: unknown, reason: unknown) => void) => void): Promise<Settled> {
  return new Promise((resolve) => call((ok, reason) => resolve({ ok: ok === true, value: reason })));
}

function eitherCallback(call: (pair: CallbackPair) => unknown): Promise<Settled> {
  return new Promise((resolve) =>
    call({
      successCallback: (value) => resolve({ ok: true, value }),
      failureCallback: (value) => resolve({ ok: false, value }),
    }),
  );
}

/** What the page has been told by its host, in order. */
const events: { readonly name: string; readonly value?: unknown }[] = [];

const page = {
  events,

  initialize(hostOrigins: readonly string[]): Promise<Settled> {
    if (second) return settled(second.app.initialize(hostOrigins));
    return new Promise((resolve) => first.initialize(() => resolve({ ok: true, value: undefined }), hostOrigins));
  },
  getContext(): Promise<unknown> {
    return second ? second.app.getContext() : new Promise((resolve) => first.getContext(resolve));
  },
  setValidityState(valid: boolean): void {
    config.setValidityState(valid);
  },
  setSettings(value: Record<string, unknown>): Promise<Settled> {
    if (second) return settled(second.pages.config.setConfig(value));
    return completed((done) => first.settings.setSettings(value, done));
  },
  getSettings(): Promise<unknown> {
    return second ? second.pages.getConfig() : new Promise((resolve) => first.settings.getSettings(resolve));
  },
  /** What the page does when Save is pressed. */
  onSave(act: (event: ConfigEvent) => void): void {
    config.registerOnSaveHandler((event) => {
      events.push({ name: "save", value: { ...event.result } });
      act(event);
    });
  },
  onRemove(act: (event: ConfigEvent) => void): void {
    config.registerOnRemoveHandler((event) => {
      events.push({ name: "remove" });
      act(event);
    });
  },
  onTheme(): void {
    const note = (theme: unknown): void => void events.push({ name: "theme", value: theme });
    if (second) second.app.registerOnThemeChangeHandler(note);
    else first.registerOnThemeChangeHandler(note);
  },
  authenticate(url: string, size: Record<string, unknown> = {}): Promise<Settled> {
    if (second) return settled(Promise.resolve(second.authentication.authenticate({ url, ...size })));
    return eitherCallback((pair) => first.authentication.authenticate({ url, ...size, ...pair }));
  },
  openLink(url: string): Promise<Settled> {
    if (second) return settled(second.app.openLink(url));
    return completed((done) => first.executeDeepLink(url, done));
  },
  navigateCrossDomain(url: string): Promise<Settled> {
    if (second) return settled(second.pages.navigateCrossDomain(url));
    return completed((done) => first.navigateCrossDomain(url, done));
  },
  getUser(): Promise<Settled> {
    return eitherCallback((pair) => first.authentication.getUser(pair));
  },
  getAuthToken(): Promise<Settled> {
    return eitherCallback((pair) => first.authentication.getAuthToken({ resources: ["api://app"], ...pair }));
  },
  /** Opens a dialog with the page's own address and gives `[error, result]` when it has ended. */
  openDialog(url: string): Promise<unknown> {
    return new Promise((resolve) => {
      if (!second) return first.tasks.startTask({ url, title: "Dialog" }, (err, result) => resolve({ err, result }));
      const note = (message: unknown): void => void events.push({ name: "fromDialog", value: message });
      second.dialog.url.open({ url, title: "Dialog", size: { width: "small", height: 300 } }, resolve, note);
    });
  },
  submitDialog(result: unknown): void {
    if (second) second.dialog.url.submit(result);
    else first.tasks.submitTask(result);
  },
  /** Runs `task` when the person next clicks the page's button, and gives its result. */
  onClick<Result>(task: () => Promise<Result>): Promise<Result> {
    const button = document.querySelector("#act");
    return new Promise((resolve) => button?.addEventListener("click", () => resolve(task()), { once: true }));
  },
};

export type AppPage = typeof page;

Object.assign(globalThis, { page, sdk: microsoftTeams });
