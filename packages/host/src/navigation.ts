import type { Call, CallEntries, CallHandler, CallResult } from "./calls.ts";
import { readTeamsLink, type TeamsLink } from "./deep-links.ts";
import { type OriginMatcher, parsePageUrl } from "./origins.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import type { SurroundingAnswers } from "./surroundings.ts";
import { accepted, refused, statusAndReason, type Verdict } from "./verdict.ts";
import { field, text } from "./wire.ts";

type Decision = Verdict | Promise<Verdict>;

/** Where `pages.navigateToApp` wants to go. Text is the page's, cut to length. */
export interface AppTarget {
  readonly appId: string;
  readonly pageId?: string;
  readonly webUrl?: string;
  readonly subPageId?: string;
  readonly channelId?: string;
  readonly chatId?: string;
}

/** Where `pages.currentApp.navigateTo` wants to go. */
export interface PageTarget {
  readonly pageId: string;
  readonly subPageId?: string;
}

/** A tab as `getTabInstances` lists it; further fields of the SDK's TabInstance may be added. */
export interface TabInstance {
  readonly tabName: string;
  readonly [field: string]: unknown;
}

export interface TabsAnswers {
  readonly list: (which: "all" | "recent") => readonly TabInstance[] | Promise<readonly TabInstance[]>;
  /** `tab` is what the page passed: usually one of the listed tabs, but anything is possible. */
  readonly navigate: (tab: unknown) => Decision;
}

/** What the host's owner does about navigation. What is left out is refused, and where possible not offered. */
export interface NavigationAnswers {
  /** `executeDeepLink` and `app.openLink`. The scheme is one a person may safely follow; the rest is the owner's to judge. */
  readonly openLink?: (url: string) => Decision;
  /**
   * Links into Teams that ask for a call, a chat, a meeting, a file or a stage; apps go to `openAppInstallDialog` and their pages
   * to `navigateToApp`. Without an answer they are links like any other.
   */
  readonly followTeamsLink?: (link: TeamsLink) => Decision;
  /** An origin whose links count as links into Teams: the owner's own. */
  readonly ownOrigin?: string;
  readonly navigateBack?: () => Decision;
  readonly navigateToApp?: (target: AppTarget) => Decision;
  /** Within the running app; `undefined` is its first page. */
  readonly navigateWithinApp?: (target: PageTarget | undefined) => Decision;
  readonly tabs?: TabsAnswers;
}

type LinkAnswers = NavigationAnswers & Pick<SurroundingAnswers, "openAppInstallDialog">;

const LINK_SCHEMES = new Set(["https:", "http:", "mailto:", "tel:", "sip:", "im:", "msteams:"]);
const LONGEST_URL = 8192;
const LONGEST_ID = 1024;
const NOT_OFFERED = refused("This host does not offer this kind of navigation.");
/** The SDK's own words for it (v1: navigateCrossDomain). */
const CROSS_DOMAIN_REASON =
  "Cross-origin navigation is only supported for URLs matching the pattern registered in the manifest.";

async function status(decision: Decision | undefined): Promise<CallResult> {
  return statusAndReason((await decision) ?? NOT_OFFERED);
}

function readTarget<Name extends string>(value: unknown, names: readonly Name[]): { [Key in Name]?: string } {
  const target: { [Key in Name]?: string } = {};
  for (const name of names) {
    const given = text(field(value, name), name === "webUrl" ? LONGEST_URL : LONGEST_ID);
    if (given !== undefined) target[name] = given;
  }
  return target;
}

/** What a link into Teams comes to; undefined when it is to be opened like any other. */
function follow(link: TeamsLink | undefined, answers: LinkAnswers): Decision | undefined {
  if (link?.kind === "entity") return answers.navigateToApp?.(link.target);
  if (link?.kind !== "app") return link && answers.followTeamsLink?.(link);
  if (!answers.openAppInstallDialog) return undefined;
  answers.openAppInstallDialog(link.appId);
  return accepted;
}

function openLink(answers: LinkAnswers): CallHandler {
  return (call) => {
    const url = URL.parse(text(call.args[0], LONGEST_URL) ?? "");
    if (!url || !LINK_SCHEMES.has(url.protocol)) return statusAndReason(refused("This kind of link cannot be opened."));
    return status(follow(readTeamsLink(url.href, answers.ownOrigin), answers) ?? answers.openLink?.(url.href));
  };
}

function navigateCrossDomain(accepts: OriginMatcher, go: (url: string) => void): CallHandler {
  return (call) => {
    const url = parsePageUrl(text(call.args[0], LONGEST_URL) ?? "");
    if (!url || !accepts(url.origin)) return [false, CROSS_DOMAIN_REASON];
    // After the answer is on its way: the document that waits for it is about to go.
    setTimeout(() => go(url.href));
    return [true];
  };
}

function navigateToApp(answers: NavigationAnswers): CallHandler {
  return (call) => {
    const { appId, ...rest } = readTarget(call.args[0], [
      "appId",
      "pageId",
      "webUrl",
      "subPageId",
      "channelId",
      "chatId",
    ]);
    if (!appId) return statusAndReason(refused("navigateToApp needs an appId."));
    return status(answers.navigateToApp?.({ appId, ...rest }));
  };
}

/** The `pages.currentApp` functions read an SdkError or nothing (v2: sendAndHandleSdkError). */
async function withinApp(call: Call, decision: Decision | undefined): Promise<CallResult> {
  const verdict = (await decision) ?? NOT_OFFERED;
  return verdict.accepted ? [] : refusal(call.func, call.generation, sdkError(ErrorCode.internalError, verdict.reason));
}

function navigateTo(answers: NavigationAnswers): CallHandler {
  return (call) => {
    const { pageId, subPageId } = readTarget(call.args[0], ["pageId", "subPageId"]);
    if (!pageId) return withinApp(call, refused("A pageId is needed."));
    return withinApp(call, answers.navigateWithinApp?.({ pageId, ...(subPageId ? { subPageId } : {}) }));
  };
}

/** The functions that lead elsewhere (section 5). `go` points the frame to an address that has passed `accepts`. */
export function navigationCalls(answers: LinkAnswers, accepts: OriginMatcher, go: (url: string) => void): CallEntries {
  const listTabs = async (which: "all" | "recent"): Promise<CallResult> => [
    { teamTabs: [...((await answers.tabs?.list(which)) ?? [])] },
  ];
  return [
    ["executeDeepLink", openLink(answers)],
    ["navigateCrossDomain", navigateCrossDomain(accepts, go)],
    ["navigateBack", () => status(answers.navigateBack?.())],
    ["navigateToTab", (call) => status(answers.tabs?.navigate(call.args[0]))],
    ["pages.navigateToApp", navigateToApp(answers)],
    ["pages.currentApp.navigateTo", navigateTo(answers)],
    ["pages.currentApp.navigateToDefaultPage", (call) => withinApp(call, answers.navigateWithinApp?.(undefined))],
    ["getTabInstances", () => listTabs("all")],
    ["getMruTabInstances", () => listTabs("recent")],
  ];
}
