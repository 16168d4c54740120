/** The kinds of frame a page can find itself in (teamsjs-host.md section 3). */
export type FrameContext =
  | "settings"
  | "content"
  | "authentication"
  | "remove"
  | "task"
  | "sidePanel"
  | "stage"
  | "meetingStage";

export type HostClientType = "web" | "desktop" | "android" | "ios" | "ipados" | "macos" | "visionOS";

export type Theme = "default" | "dark" | "contrast";

/**
 * What `getContext` answers: the flat object of 1.x, which 2.x maps to its own shape (section 5). `theme`,
 * `frameContext` and `hostClientType` are filled in by the host.
 */
export interface PageContext {
  readonly locale: string;
  readonly entityId?: string;
  readonly subEntityId?: string;
  readonly teamId?: string;
  readonly teamName?: string;
  readonly channelId?: string;
  readonly channelName?: string;
  readonly channelType?: "Regular" | "Private" | "Shared";
  readonly chatId?: string;
  readonly groupId?: string;
  /** Tenant. */
  readonly tid?: string;
  readonly userObjectId?: string;
  readonly loginHint?: string;
  readonly upn?: string;
  readonly userPrincipalName?: string;
  readonly userDisplayName?: string;
  readonly hostName?: string;
  readonly sessionId?: string;
  readonly appSessionId?: string;
  readonly isFullScreen?: boolean;
  /** Further fields of the SDK's context; values must survive structured cloning. */
  readonly [field: string]: unknown;
}
