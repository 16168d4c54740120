import type { Call, CallEntries, CallHandler, CallResult } from "./calls.ts";
import { informs } from "./calls.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import type { Verdict } from "./verdict.ts";
import { field, text } from "./wire.ts";

type Decision = Verdict | Promise<Verdict>;

/** Something on its way to or from the clipboard. Content is base64. */
export interface ClipboardItem {
  readonly mimeType: "text/plain" | "text/html" | "image/png" | "image/jpeg";
  readonly content: string;
}

export interface ClipboardAnswers {
  /** Ask the browser, or the person: no page may fill a clipboard that nobody thinks of. */
  readonly write: (item: ClipboardItem) => Decision;
  /** Reject with an Error whose message the page may read. */
  readonly read: () => Promise<ClipboardItem>;
}

/** Whose card is to be shown, and where. What stands in it is the page's; at least one identifier is a text. */
export interface ProfileRequest {
  readonly modality?: string;
  readonly persona: {
    readonly displayName?: string;
    readonly identifiers: { readonly AadObjectId?: string; readonly Smtp?: string; readonly Upn?: string };
  };
  /** In CSS pixels of the page's own frame. */
  readonly targetElementBoundingRect: DOMRect;
  readonly triggerType: string;
}

export interface AppEntityRequest {
  readonly threadId: string;
  readonly categories: readonly string[];
  readonly subEntityId?: string;
}

/** What of Teams lies around a page and belongs to whoever runs the client. What is left out is not offered. */
export interface SurroundingAnswers {
  /** `appInstallDialog`: the SDK reads no answer. */
  readonly openAppInstallDialog?: (appId: string) => void;
  readonly clipboard?: ClipboardAnswers;
  readonly showProfile?: (request: ProfileRequest) => Decision;
  /** The gallery of tabs; gives the app that was chosen. */
  readonly selectAppEntity?: (request: AppEntityRequest) => Promise<unknown>;
  readonly fullScreen?: (full: boolean) => void;
  /** The page's app has a button in the client; tell of it with `sendEvent` (`appButtonClick`, ...). */
  readonly appButton?: boolean;
  readonly teams?: TeamsAnswers;
}

/** Teams of the person, for pages that their maker is trusted with. Rejecting refuses. */
export interface TeamsAnswers {
  readonly channelsOf: (groupId: string) => Promise<readonly unknown[]>;
  readonly refreshSiteUrl: (threadId: string) => Promise<void>;
  readonly joined: (parameters: unknown) => Promise<readonly unknown[]>;
  readonly configSetting: (key: string) => Promise<string>;
}

const LONGEST_ID = 1024;
/** An image of a screen, in base64. */
const LONGEST_CONTENT = 32 * 1_048_576;
const MOST_CATEGORIES = 50;
const MIME_TYPES: readonly string[] = ["text/plain", "text/html", "image/png", "image/jpeg"];

function refuse(call: Call, message: string, code: number = ErrorCode.internalError): CallResult {
  return refusal(call.func, call.generation, sdkError(code, message));
}

function notOffered(call: Call): CallResult {
  return refuse(call, `This host does not offer ${call.func}.`, ErrorCode.notSupportedOnPlatform);
}

/** Answers as callers read it that expect an error first: `[null, result]`, or the refusal. */
function errorFirst(ask: (call: Call) => Promise<unknown> | undefined): CallHandler {
  return (call) => {
    const asked = ask(call);
    if (asked === undefined) return notOffered(call);
    return asked.then(
      (result): CallResult => [null, ...(result === undefined ? [] : [result])],
      (error: unknown) => refuse(call, error instanceof Error ? error.message : String(error)),
    );
  };
}

/** A verdict as a promise that rejects with the refusal. */
async function granted(decision: Decision, result?: unknown): Promise<unknown> {
  const verdict = await decision;
  if (!verdict.accepted) throw new Error(verdict.reason);
  return result;
}

function readItem(value: unknown): ClipboardItem | undefined {
  const mimeType = field(value, "mimeType");
  const content = field(value, "content");
  const known = typeof mimeType === "string" && MIME_TYPES.includes(mimeType);
  if (!known || typeof content !== "string" || content.length > LONGEST_CONTENT) return undefined;
  return { mimeType: mimeType as ClipboardItem["mimeType"], content };
}

function readProfileRequest(value: unknown, offset: DOMRect | undefined): ProfileRequest | undefined {
  const persona = field(value, "persona");
  const given = field(persona, "identifiers");
  const identifiers: { [name: string]: string } = {};
  for (const name of ["AadObjectId", "Smtp", "Upn"]) {
    const id = text(field(given, name), LONGEST_ID);
    if (id) identifiers[name] = id;
  }
  if (Object.keys(identifiers).length === 0) return undefined;
  const modality = text(field(value, "modality"), LONGEST_ID);
  const displayName = text(field(persona, "displayName"), LONGEST_ID);
  const rectangle = field(value, "targetRectangle");
  const side = (name: string): number => {
    const number = field(rectangle, name);
    return typeof number === "number" && Number.isFinite(number) ? number : 0;
  };
  return {
    ...(modality === undefined ? {} : { modality }),
    persona: { ...(displayName === undefined ? {} : { displayName }), identifiers },
    targetElementBoundingRect: new DOMRect(
      side("x") + (offset?.x ?? 0),
      side("y") + (offset?.y ?? 0),
      side("width"),
      side("height"),
    ),
    triggerType: text(field(value, "triggerType"), LONGEST_ID) ?? "",
  };
}

function id(value: unknown): string {
  const given = text(value, LONGEST_ID);
  if (!given) throw new Error("An id is needed.");
  return given;
}

/** What callers of 1.x and 2.x read as their result, whatever it is: silence is the only no. */
function bare(ask: (call: Call) => Promise<unknown> | undefined): CallHandler {
  return async (call) => {
    const asked = ask(call);
    if (asked === undefined) return notOffered(call);
    return await asked.then(
      (result): CallResult => [result],
      () => undefined,
    );
  };
}

/** The functions for it (section 5). @param frameRect where the page's frame is on the owner's screen */
export function surroundingCalls(answers: SurroundingAnswers, frameRect: () => DOMRect | undefined): CallEntries {
  const { clipboard, teams } = answers;

  async function write(item: ClipboardItem | undefined, asked: ClipboardAnswers): Promise<unknown> {
    if (item === undefined) throw new Error("Only text, HTML, PNG and JPEG can be copied.");
    return await granted(asked.write(item), true);
  }
  async function showProfile(value: unknown, show: NonNullable<typeof answers.showProfile>): Promise<unknown> {
    const request = readProfileRequest(value, frameRect());
    if (request === undefined) throw new Error("At least one valid identifier must be provided.");
    return await granted(show(request));
  }
  async function selectAppEntity(args: readonly unknown[], select: NonNullable<typeof answers.selectAppEntity>) {
    const [threadId, categories, subEntityId] = args;
    const names = Array.isArray(categories) ? categories.slice(0, MOST_CATEGORIES) : [];
    const sub = text(subEntityId, LONGEST_ID);
    return await select({
      threadId: id(threadId),
      categories: names.filter((name) => typeof name === "string"),
      ...(sub === undefined ? {} : { subEntityId: sub }),
    });
  }

  return [
    [
      "appInstallDialog.openAppInstallDialog",
      informs(({ args: [parameters] }) => {
        const appId = text(field(parameters, "appId"), LONGEST_ID);
        if (appId) answers.openAppInstallDialog?.(appId);
      }),
    ],
    ["clipboard.writeToClipboard", errorFirst((call) => clipboard && write(readItem(call.args[0]), clipboard))],
    // As text, which is how the SDK unpacks it.
    ["clipboard.readFromClipboard", errorFirst(() => clipboard?.read().then((item) => JSON.stringify(item)))],
    [
      "profile.showProfile",
      errorFirst((call) => answers.showProfile && showProfile(call.args[0], answers.showProfile)),
    ],
    [
      "appEntity.selectAppEntity",
      errorFirst((call) => answers.selectAppEntity && selectAppEntity(call.args, answers.selectAppEntity)),
    ],
    ["enterFullscreen", informs(() => answers.fullScreen?.(true))],
    ["exitFullscreen", informs(() => answers.fullScreen?.(false))],
    ["teams.getTeamChannels", errorFirst((call) => teams && withId(call, teams.channelsOf))],
    ["teams.refreshSiteUrl", errorFirst((call) => teams && withId(call, teams.refreshSiteUrl))],
    [
      "getUserJoinedTeams",
      bare((call) =>
        teams?.joined(call.args[0]).then((userJoinedTeams) => ({ userJoinedTeams: [...userJoinedTeams] })),
      ),
    ],
    ["getConfigSetting", bare((call) => teams && withId(call, teams.configSetting))],
  ];
}

async function withId<T>(call: Call, ask: (id: string) => Promise<T>): Promise<T> {
  return await ask(id(call.args[0]));
}
