/** The browser side of teams-js: the host of an embedded page. See README.md. */
export type { AnnouncementListeners, SharedDeepLink } from "./announcements.ts";
export {
  type CallLink,
  type ChatLink,
  type FileLink,
  type MeetingLink,
  readTeamsLink,
  type StageLink,
  type TeamsLink,
} from "./deep-links.ts";
export type { DialogDimension, DialogRequest, DialogSize } from "./dialog-request.ts";
export type { DialogAnswers, DialogSession } from "./dialogs.ts";
export { frameSources } from "./frame-sources.ts";
export type { AuthTokenRequest, IdentityAnswers, UserProfile } from "./identity.ts";
export type { InstanceSettings, PageSettings } from "./instance-settings.ts";
export type { AppTarget, NavigationAnswers, PageTarget, TabInstance, TabsAnswers } from "./navigation.ts";
export type { HostAnswers, HostListeners, HostOptions, HostTimings, PageFrame } from "./options.ts";
export { frameAddress, type OriginMatcher, originMatcher } from "./origins.ts";
export type { FrameContext, HostClientType, PageContext, Theme } from "./page-context.ts";
export { createPageHost, type PageHost, type PageState } from "./page-host.ts";
export type { RoundTripOutcome } from "./round-trip.ts";
export type { Silence } from "./silence.ts";
export type {
  AppEntityRequest,
  ClipboardAnswers,
  ClipboardItem,
  ProfileRequest,
  SurroundingAnswers,
  TeamsAnswers,
} from "./surroundings.ts";
export { accepted, refused, type Verdict } from "./verdict.ts";
