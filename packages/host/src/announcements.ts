import { type CallEntries, informs } from "./calls.ts";
import { field, text } from "./wire.ts";

/** What a page tells its host without waiting for an answer. Texts are the page's own words, cut to length. */
export interface AnnouncementListeners {
  readonly appLoaded?: () => void;
  readonly appSuccess?: () => void;
  /** Show an error in place of the page. */
  readonly appFailure?: (reason: string, message: string) => void;
  /** The page met a failure it expects and shows itself. */
  readonly appExpectedFailure?: (reason: string, message: string) => void;
  readonly deepLinkShared?: (link: SharedDeepLink) => void;
  /** `pages.setCurrentFrame`: where the page would like to be on reload. Judge with `frameAddress` before using it. */
  readonly currentFrame?: (frame: { readonly contentUrl: string; readonly websiteUrl: string }) => void;
  /** The page gives the keyboard focus back; `forward` is the direction of travel. */
  readonly focusReturned?: (forward: boolean) => void;
  /** Answer of the page to a `log.request` event. */
  readonly log?: (log: string) => void;
}

export interface SharedDeepLink {
  readonly subEntityId: string;
  readonly subEntityLabel: string;
  readonly subEntityWebUrl?: string;
}

const LONGEST_TEXT = 2000;
const LONGEST_LOG = 1_000_000;

function words(value: unknown, longest = LONGEST_TEXT): string {
  return text(value, longest) ?? "";
}

/** The functions that only inform (section 5); 2.x waits for no answer to `success`, since the runtime does not promise one. */
export function announcementCalls(on: AnnouncementListeners): CallEntries {
  return [
    ["appInitialization.appLoaded", informs(() => on.appLoaded?.())],
    ["appInitialization.success", informs(() => on.appSuccess?.())],
    [
      "appInitialization.failure",
      informs(({ args: [reason, message] }) => on.appFailure?.(words(reason), words(message))),
    ],
    [
      "appInitialization.expectedFailure",
      informs(({ args: [reason, message] }) => on.appExpectedFailure?.(words(reason), words(message))),
    ],
    [
      "shareDeepLink",
      informs(({ args: [id, label, webUrl] }) => {
        const subEntityWebUrl = text(webUrl, LONGEST_TEXT);
        const link = { subEntityId: words(id), subEntityLabel: words(label) };
        on.deepLinkShared?.(subEntityWebUrl === undefined ? link : { ...link, subEntityWebUrl });
      }),
    ],
    [
      "setFrameContext",
      informs(({ args: [frame] }) => {
        const contentUrl = words(field(frame, "contentUrl"));
        on.currentFrame?.({ contentUrl, websiteUrl: words(field(frame, "websiteUrl")) });
      }),
    ],
    ["returnFocus", informs(({ args: [forward] }) => on.focusReturned?.(forward === true))],
    ["log.receive", informs(({ args: [log] }) => on.log?.(words(log, LONGEST_LOG)))],
  ];
}
