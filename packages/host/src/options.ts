import type { AnnouncementListeners } from "./announcements.ts";
import type { DialogAnswers } from "./dialogs.ts";
import type { IdentityAnswers } from "./identity.ts";
import type { InstanceSettings } from "./instance-settings.ts";
import type { NavigationAnswers } from "./navigation.ts";
import type { OriginMatcher } from "./origins.ts";
import type { FrameContext, HostClientType, PageContext, Theme } from "./page-context.ts";
import type { Silence, SilenceTimings } from "./silence.ts";
import type { SurroundingAnswers } from "./surroundings.ts";
import type { Verdict } from "./verdict.ts";

/** The frame that shows the page: an iframe element, or something that behaves like one. */
export type PageFrame = Pick<HTMLIFrameElement, "contentWindow" | "src" | "addEventListener" | "removeEventListener"> &
  Partial<Pick<HTMLIFrameElement, "getBoundingClientRect">>;

/** What the host's owner wants to hear about. */
export interface HostListeners extends AnnouncementListeners {
  /** Save (or Remove) may be pressed. False until the page says otherwise, and again after it loads anew. */
  readonly validityState?: (valid: boolean) => void;
  /** The page and the host hear each other: whatever `silent` said no longer holds. */
  readonly connected?: () => void;
  readonly silent?: (silence: Silence) => void;
  /** The frame shows a page of an origin that is not allowed, and its messages are ignored. Once an origin. */
  readonly foreignOrigin?: (origin: string) => void;
  /** The page called a function that this host does not know. */
  readonly unknownCall?: (func: string) => void;
  /** The page sends more messages than any sane page; the excess is dropped. */
  readonly flood?: () => void;
}

/** What the host's owner answers. A capability that is left out is not offered: `isSupported()` in the page says false. */
export interface HostAnswers extends NavigationAnswers, IdentityAnswers, SurroundingAnswers {
  /** May the page have these settings? Without it every setting is accepted. */
  readonly acceptSettings?: (settings: InstanceSettings) => Verdict | Promise<Verdict>;
  /** Dialogs (task modules), for pages in the `content` and `sidePanel` contexts. */
  readonly dialogs?: DialogAnswers;
}

/** All in milliseconds. */
export interface HostTimings extends SilenceTimings {
  /** How long a page may take over a save or a removal. */
  readonly saveMilliseconds: number;
  readonly removeMilliseconds: number;
  /** How long a removal waits for the page to register its handler: before, the SDK itself answers that all is well. */
  readonly handlerMilliseconds: number;
  /** How long after its last answer a disposed host still listens: the page's own requests may be under way. */
  readonly lingerMilliseconds: number;
}

export const DEFAULT_TIMINGS: HostTimings = {
  saveMilliseconds: 30_000,
  removeMilliseconds: 30_000,
  handlerMilliseconds: 3_000,
  lingerMilliseconds: 2_000,
  loadMilliseconds: 30_000,
  initializeMilliseconds: 10_000,
  firstCallMilliseconds: 5_000,
};

export interface HostOptions {
  /** Create the host before setting the frame's `src`: a page that speaks first is heard by nobody. */
  readonly frame: PageFrame;
  /** See `originMatcher`. */
  readonly allowedOrigins: OriginMatcher;
  /** Where the shim lies that the frame shows, for a page that accepts no host but its own origin. It opens the popups then. */
  readonly shimOrigin?: string;
  readonly frameContext: Exclude<FrameContext, "authentication">;
  /** Default `web`. With any other, 1.x pages too ask the host to open their sign-in popups. */
  readonly hostClientType?: HostClientType;
  /** Called for each `getContext`. */
  readonly context: () => PageContext;
  readonly theme: Theme;
  /** What `getSettings` answers until the page sets something. */
  readonly settings?: InstanceSettings;
  /** Whether the page may configure itself. False: `getSettings` still answers, with where the page is. */
  readonly configurable?: boolean;
  readonly on?: HostListeners;
  readonly answers?: HostAnswers;
  readonly timings?: Partial<HostTimings>;
}
