/**
 * The parts of a Teams manifest that Parvis acts on, over all schema versions. Every field is optional because a manifest
 * that is being validated may lack any of them; once a verdict is `valid`, what its schema version requires is there.
 */
export interface TeamsManifest {
  $schema?: string;
  manifestVersion?: string;
  id?: string;
  version?: string;
  packageName?: string;
  name?: { short?: string; full?: string };
  description?: { short?: string; full?: string };
  developer?: { name?: string; mpnId?: string; websiteUrl?: string; privacyUrl?: string; termsOfUseUrl?: string };
  icons?: { color?: string; outline?: string; color32x32?: string };
  accentColor?: string;
  localizationInfo?: {
    defaultLanguageTag?: string;
    defaultLanguageFile?: string;
    additionalLanguages?: { languageTag?: string; file?: string }[];
  };
  staticTabs?: StaticTab[];
  configurableTabs?: ConfigurableTab[];
  bots?: Bot[];
  connectors?: Connector[];
  composeExtensions?: ComposeExtension[];
  permissions?: string[];
  devicePermissions?: string[];
  validDomains?: string[];
  webApplicationInfo?: {
    id?: string;
    resource?: string;
    /** Up to 1.11; since 1.12 these stand in `authorization`. */
    applicationPermissions?: string[];
  };
  authorization?: { permissions?: { resourceSpecific?: ResourceSpecificPermission[] } };
  activities?: { activityTypes?: { type?: string; description?: string; templateText?: string }[] };
  configurableProperties?: string[];
  supportedChannelTypes?: string[];
  supportsChannelFeatures?: string;
  defaultInstallScope?: string;
  defaultGroupCapability?: Record<string, string>;
  defaultBlockUntilAdminAction?: boolean;
  publisherDocsUrl?: string;
  subscriptionOffer?: { offerId?: string };
  showLoadingIndicator?: boolean;
  isFullScreen?: boolean;
  meetingExtensionDefinition?: Record<string, unknown>;
  dashboardCards?: { id?: string; displayName?: string; description?: string }[];
  copilotAgents?: {
    declarativeAgents?: { id?: string; file?: string }[];
    customEngineAgents?: { id?: string; type?: string }[];
  };
  extensions?: Record<string, unknown>[];
}

export interface StaticTab {
  entityId?: string;
  name?: string;
  contentUrl?: string;
  contentBotId?: string;
  websiteUrl?: string;
  searchUrl?: string;
  scopes?: string[];
  context?: string[];
}

export interface ConfigurableTab {
  id?: string;
  configurationUrl?: string;
  canUpdateConfiguration?: boolean;
  scopes?: string[];
  context?: string[];
}

export interface Bot {
  botId?: string;
  isNotificationOnly?: boolean;
  supportsFiles?: boolean;
  supportsCalling?: boolean;
  supportsVideo?: boolean;
  scopes?: string[];
  commandLists?: { scopes?: string[]; commands?: { title?: string; description?: string }[] }[];
}

export interface Connector {
  connectorId?: string;
  configurationUrl?: string;
  scopes?: string[];
}

export interface ComposeExtension {
  id?: string;
  botId?: string;
  composeExtensionType?: string;
  apiSpecificationFile?: string;
  commands?: { id?: string; type?: string; title?: string; description?: string }[];
  messageHandlers?: { type?: string; value?: { domains?: string[] } }[];
}

export interface ResourceSpecificPermission {
  name?: string;
  type?: string;
}
