import { type Call, type CallEntries, type CallResult, informs } from "./calls.ts";
import { type DialogRequest, type DialogSize, readDialogRequest, readDialogSize } from "./dialog-request.ts";
import type { HostListeners, PageFrame } from "./options.ts";
import type { OriginMatcher } from "./origins.ts";
import type { PageHost } from "./page-host.ts";

/** An open dialog, in the hands of whoever draws it. */
export interface DialogSession {
  /** Hosts the dialog's frame, until the dialog ends. Call it before setting the frame's `src`. */
  attach(frame: PageFrame, on?: HostListeners): PageHost;
  /** A card's result: ends the dialog as if its page had submitted. */
  submit(result: unknown): void;
  /** The person closed the dialog. */
  close(): void;
}

/** What the host's owner does about dialogs. */
export interface DialogAnswers {
  readonly open: (request: DialogRequest, session: DialogSession) => void;
  /** The dialog is over: take it off the screen. */
  readonly closed: () => void;
  readonly resize?: (size: DialogSize) => void;
  /** Whether `card` dialogs are drawn too. */
  readonly cards?: boolean;
}

/** The way from the dialog's own frame back to the page that opened it. */
export interface TaskLink {
  complete(result: unknown): void;
  messageForParent(message: unknown): void;
  resize(size: DialogSize): void;
}

export interface DialogOptions {
  readonly accepts: OriginMatcher;
  readonly host: (frame: PageFrame, on: HostListeners, link: TaskLink) => PageHost;
  readonly postToPage: (message: unknown) => void;
}

export interface Dialogs {
  readonly calls: CallEntries;
  /** Ends an open dialog as if the person had closed it. */
  cancel(): void;
}

/** Wording of the Teams client, which pages compare against. */
const CANCELLED = "User cancelled/closed the task module.";

/** The functions of the page that opens dialogs (section 5, "Task module / dialog"). One dialog at a time. */
export function createDialogs(answers: DialogAnswers, options: DialogOptions): Dialogs {
  let finish: ((result: CallResult) => void) | undefined;
  let child: PageHost | undefined;

  function startTask(call: Call): CallResult | Promise<CallResult> {
    const request = readDialogRequest(call.args[0], options.accepts, answers.cards === true);
    if (!request) return ["A dialog needs a card or the address of a page on one of the app's valid domains."];
    if (finish) return ["Another dialog is open."];
    const { promise, resolve } = Promise.withResolvers<CallResult>();
    const end = (result: CallResult): void => {
      if (finish !== end) return;
      finish = undefined;
      child?.dispose();
      child = undefined;
      answers.closed();
      resolve(result);
    };
    finish = end;
    const link: TaskLink = {
      complete: (result) => end([null, result]),
      messageForParent: options.postToPage,
      resize: (size) => answers.resize?.(size),
    };
    const session: DialogSession = {
      attach(frame, on = {}) {
        child = options.host(frame, on, link);
        return child;
      },
      submit: link.complete,
      close: () => end([CANCELLED]),
    };
    try {
      answers.open(request, session);
    } catch (error) {
      end([CANCELLED]);
      throw error;
    }
    return promise;
  }

  function messageForChild(call: Call): CallResult {
    return child?.sendEvent("messageForChild", call.args[0]) ? [true] : [false, "No dialog is open."];
  }

  return {
    calls: [
      ["tasks.startTask", startTask],
      ["tasks.updateTask", informs((call) => answers.resize?.(readDialogSize(call.args[0])))],
      ["messageForChild", messageForChild],
    ],
    cancel: () => finish?.([CANCELLED]),
  };
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
