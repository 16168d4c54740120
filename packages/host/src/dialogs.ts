import { type Call, type CallEntries, type CallResult, informs } from "./calls.ts";
import { frameAddress, type OriginMatcher } from "./origins.ts";
import { field, text } from "./wire.ts";

/** Pixels, or one of the sizes the client knows. */
export type DialogDimension = number | "small" | "medium" | "large";

export interface DialogSize {
  readonly width?: DialogDimension;
  readonly height?: DialogDimension;
}

/** A dialog (task module) that a page asks for: either `url`, already checked, or `card`. */
export interface DialogRequest extends DialogSize {
  readonly url?: string;
  /** An Adaptive Card as the page wrote it: unchecked. */
  readonly card?: unknown;
  readonly title: string;
  readonly completionBotId?: string;
}

/** The way from the dialog's own frame back to the page that opened it. */
export interface TaskLink {
  complete(result: unknown): void;
  messageForParent(message: unknown): void;
  resize(size: DialogSize): void;
}

/** An open dialog, in the hands of whoever draws it. `Host` is what `attach` makes of a frame. */
export interface DialogSession<Frame, Host> {
  /** Hosts the dialog's frame. Call it before setting the frame's `src`. */
  attach(frame: Frame): Host;
  /** A card's result: ends the dialog as if its page had submitted. */
  submit(result: unknown): void;
  /** The person closed the dialog. */
  close(): void;
}

export interface DialogAnswers<Frame, Host> {
  readonly open: (request: DialogRequest, session: DialogSession<Frame, Host>) => void;
  /** The dialog is over: take it off the screen. */
  readonly closed: () => void;
  readonly resize?: (size: DialogSize) => void;
  /** Whether `card` dialogs are drawn too. */
  readonly cards?: boolean;
}

export interface DialogOptions<Frame, Host> {
  readonly accepts: OriginMatcher;
  readonly host: (frame: Frame, link: TaskLink) => Host;
  readonly postToChild: (host: Host, message: unknown) => boolean;
  readonly postToPage: (message: unknown) => boolean;
}

const LONGEST_TEXT = 1000;
/** Wording of the Teams client, which pages compare against. */
const CANCELLED = "User cancelled/closed the task module.";

function dimension(value: unknown): DialogDimension | undefined {
  if (value === "small" || value === "medium" || value === "large") return value;
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.round(value) : undefined;
}

export function readDialogSize(value: unknown): DialogSize {
  const width = dimension(field(value, "width"));
  const height = dimension(field(value, "height"));
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function readRequest(value: unknown, accepts: OriginMatcher, cards: boolean): DialogRequest | undefined {
  const url = frameAddress(text(field(value, "url"), 8192) ?? "", accepts);
  const card = field(value, "card");
  const body = url !== undefined ? { url } : cards && card ? { card } : undefined;
  if (!body) return undefined;
  const bot = text(field(value, "completionBotId"), LONGEST_TEXT);
  const title = text(field(value, "title"), LONGEST_TEXT) ?? "";
  return { ...body, ...readDialogSize(value), title, ...(bot ? { completionBotId: bot } : {}) };
}

/** The functions of the page that opens dialogs (section 5, "Task module / dialog"). One dialog at a time. */
export function dialogCalls<Frame, Host>(
  answers: DialogAnswers<Frame, Host> | undefined,
  options: DialogOptions<Frame, Host>,
): CallEntries {
  return answers ? openerCalls(answers, options) : [];
}

function openerCalls<Frame, Host>(
  answers: DialogAnswers<Frame, Host>,
  options: DialogOptions<Frame, Host>,
): CallEntries {
  let end: ((result: CallResult) => void) | undefined;
  let child: Host | undefined;

  function startTask(call: Call): CallResult | Promise<CallResult> {
    const request = readRequest(call.args[0], options.accepts, answers.cards === true);
    if (!request) return ["A dialog needs a card or the address of a page on one of the app's valid domains."];
    if (end) return ["Another dialog is open."];
    const { promise, resolve } = Promise.withResolvers<CallResult>();
    const finish = (result: CallResult): void => {
      if (end !== finish) return;
      end = undefined;
      child = undefined;
      answers.closed();
      resolve(result);
    };
    end = finish;
    const link: TaskLink = {
      complete: (result) => finish([null, result]),
      messageForParent: (message) => void options.postToPage(message),
      resize: (size) => answers.resize?.(size),
    };
    answers.open(request, {
      attach(frame) {
        child = options.host(frame, link);
        return child;
      },
      submit: link.complete,
      close: () => finish([CANCELLED]),
    });
    return promise;
  }

  return [
    ["tasks.startTask", startTask],
    ["tasks.updateTask", informs((call) => answers.resize?.(readDialogSize(call.args[0])))],
    [
      "messageForChild",
      (call) =>
        child !== undefined && options.postToChild(child, call.args[0]) ? [true] : [false, "No dialog is open."],
    ],
  ];
}

/** The functions of the page inside a dialog. Both SDK generations submit with `tasks.completeTask`. */
export function taskCalls(link: TaskLink): CallEntries {
  return [
    ["tasks.completeTask", informs((call) => link.complete(call.args[0]))],
    ["tasks.updateTask", informs((call) => link.resize(readDialogSize(call.args[0])))],
    [
      "messageForParent",
      (call) => {
        link.messageForParent(call.args[0]);
        return [true];
      },
    ],
  ];
}
