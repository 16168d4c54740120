/** The functions of the SDKs that the test pages call, as far as they call them. */
type Callback = (...values: unknown[]) => void;

/** What a save or remove handler is given. */
export interface ConfigEvent {
  readonly result?: { readonly webhookUrl?: string };
  notifySuccess(): void;
  notifyFailure(reason?: string): void;
}

interface ConfigArea {
  setValidityState(valid: boolean): void;
  registerOnSaveHandler(handler: (event: ConfigEvent) => void): void;
  registerOnRemoveHandler(handler: (event: ConfigEvent) => void): void;
}

export interface CallbackPair {
  readonly successCallback: Callback;
  readonly failureCallback: Callback;
}

interface TeamsArea {
  getTeamChannels(groupId: string, done: Callback): void;
  refreshSiteUrl(threadId: string, done: Callback): void;
}

interface AuthenticationArea {
  authenticate(parameters: { readonly url: string } & Partial<CallbackPair> & Record<string, unknown>): unknown;
  getAuthToken(parameters: CallbackPair & { readonly resources: readonly string[] }): unknown;
  getUser(parameters: CallbackPair): unknown;
  notifySuccess(result: string): void;
  notifyFailure(reason: string): void;
}

/** 1.5.2 and 1.13.1. */
export interface FirstSdk {
  initialize(callback: Callback, validMessageOrigins: readonly string[]): void;
  getContext(callback: Callback): void;
  executeDeepLink(url: string, done: Callback): void;
  navigateCrossDomain(url: string, done: Callback): void;
  registerOnThemeChangeHandler(handler: Callback): void;
  readonly settings: ConfigArea & {
    setSettings(settings: unknown, done: Callback): void;
    getSettings(callback: Callback): void;
  };
  readonly authentication: AuthenticationArea;
  shareDeepLink(link: unknown): void;
  getUserJoinedTeams(done: Callback, parameters: unknown): void;
  getConfigSetting(done: Callback, key: string): void;
  enterFullscreen(): void;
  exitFullscreen(): void;
  readonly teams: TeamsArea;
  readonly tasks: { startTask(task: unknown, done: Callback): void; submitTask(result: unknown): void };
}

/** 2.58.0. */
export interface SecondSdk {
  readonly app: {
    initialize(validMessageOrigins: readonly string[]): Promise<void>;
    getContext(): Promise<unknown>;
    openLink(url: string): Promise<void>;
    registerOnThemeChangeHandler(handler: Callback): void;
  };
  readonly pages: {
    getConfig(): Promise<unknown>;
    navigateCrossDomain(url: string): Promise<void>;
    navigateToApp(target: unknown): Promise<void>;
    returnFocus(forward: boolean): void;
    setCurrentFrame(frame: unknown): void;
    shareDeepLink(link: unknown): void;
    registerFullScreenHandler(handler: Callback): void;
    registerFocusEnterHandler(handler: Callback): void;
    readonly config: ConfigArea & {
      setConfig(settings: unknown): Promise<void>;
      registerChangeConfigHandler(handler: Callback): void;
    };
    readonly backStack: { navigateBack(): Promise<void> };
    readonly currentApp: { navigateTo(target: unknown): Promise<void>; navigateToDefaultPage(): Promise<void> };
    readonly fullTrust: { enterFullscreen(): void; exitFullscreen(): void };
    readonly appButton: {
      onClick(handler: Callback): void;
      onHoverEnter(handler: Callback): void;
      onHoverLeave(handler: Callback): void;
    };
    readonly tabs: {
      navigateToTab(tab: unknown): Promise<void>;
      getTabInstances(parameters: unknown): Promise<unknown>;
      getMruTabInstances(parameters: unknown): Promise<unknown>;
    };
  };
  readonly authentication: AuthenticationArea;
  readonly dialog: {
    readonly update: { resize(size: unknown): void };
    readonly url: {
      open(dialog: unknown, done: Callback, onMessage: Callback): void;
      submit(result: unknown): void;
      readonly parentCommunication: {
        sendMessageToParentFromDialog(message: unknown): void;
        sendMessageToDialog(message: unknown): void;
        registerOnMessageFromParent(handler: Callback): void;
      };
    };
  };
  readonly appInstallDialog: { openAppInstallDialog(parameters: unknown): Promise<void> };
  readonly appEntity: {
    selectAppEntity(threadId: string, categories: readonly string[], subEntityId: string, done: Callback): void;
  };
  readonly clipboard: { write(blob: Blob): Promise<unknown>; read(): Promise<Blob> };
  readonly profile: { showProfile(request: unknown): Promise<void> };
  readonly teams: TeamsArea & {
    readonly fullTrust: {
      getConfigSetting(key: string): Promise<unknown>;
      readonly joinedTeams: { getUserJoinedTeams(parameters: unknown): Promise<unknown> };
    };
  };
  readonly logs: { registerGetLogHandler(handler: () => string): void };
}
