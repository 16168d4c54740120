import { type Call, type CallEntries, type CallHandler, type CallResult, informs } from "./calls.ts";
import { type Conversation, createConversation, type IncomingMessage, type Peer } from "./conversation.ts";
import type { OriginMatcher } from "./origins.ts";
import { popupAddress, popupFeatures } from "./popup.ts";

/** A window opened for signing in. */
export interface PopupWindow extends Peer {
  readonly closed: boolean;
  close(): void;
}

export interface AuthenticationOptions {
  readonly accepts: OriginMatcher;
  /** Answers `initialize` of the popup's own SDK, with the frame context `authentication`. */
  readonly greet: CallHandler;
  readonly getContext: CallHandler;
  readonly unknown: CallHandler;
  readonly open: (url: string, features: string) => PopupWindow | null;
}

/** The popup that a page asks its host to open (section 5): always in 2.x, and in 1.x unless the client type is `web`. */
export interface Authentication {
  readonly calls: CallEntries;
  receive(message: IncomingMessage): boolean;
  /** Closes an open popup and tells its page that the person cancelled. */
  cancel(): void;
}

/** Reasons as the 1.x SDK words them (v1: openAuthenticationWindow); pages compare against them. */
const CANCELLED = "CancelledByUser";
const NOT_OPENED = "FailedToOpenWindow";

const CLOSED_POLL_MILLISECONDS = 250;
/** A popup's last message may still be on its way when the window already counts as closed. */
const CLOSED_GRACE_MILLISECONDS = 300;

interface Flow {
  readonly conversation: Conversation;
  finish(result: CallResult): void;
}

export function createAuthentication(options: AuthenticationOptions): Authentication {
  let current: Flow | undefined;

  function startFlow(popup: PopupWindow, settle: (result: CallResult) => void): Flow {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const poll = setInterval(() => {
      if (popup.closed) grace ??= setTimeout(() => flow.finish([false, CANCELLED]), CLOSED_GRACE_MILLISECONDS);
    }, CLOSED_POLL_MILLISECONDS);

    const flow: Flow = {
      finish(result) {
        clearInterval(poll);
        clearTimeout(grace);
        if (current === flow) current = undefined;
        popup.close();
        settle(result);
      },
      conversation: createConversation({
        peer: () => popup,
        accepts: options.accepts,
        calls: new Map<string, CallHandler>([
          ["initialize", options.greet],
          ["getContext", options.getContext],
          ["authentication.authenticate.success", informs((call) => flow.finish([true, call.args[0]]))],
          ["authentication.authenticate.failure", informs((call) => flow.finish([false, call.args[0]]))],
          // As 1.x answers its own popups (v1: startAuthenticationWindowMonitor).
          ["navigateCrossDomain", () => [false]],
        ]),
        unknown: options.unknown,
        // On its way through identity providers the popup shows any number of origins that are none of our business.
        onForeignOrigin: () => {},
        onFlood: () => {},
      }),
    };
    return flow;
  }

  function authenticate(call: Call): CallResult | Promise<CallResult> {
    const [url, width, height] = call.args;
    const address = popupAddress(url, options.accepts);
    if (address === undefined) return [false, "The sign-in address must use https or an origin of the app."];
    // One popup at a time, the newest: 1.x does the same, and the person who clicked again has lost the first one.
    current?.finish([false, CANCELLED]);
    const popup = options.open(address, popupFeatures({ url, width, height }, window));
    if (!popup) return [false, NOT_OPENED];
    const { promise, resolve } = Promise.withResolvers<CallResult>();
    current = startFlow(popup, resolve);
    return promise;
  }

  return {
    calls: [["authentication.authenticate", authenticate]],
    receive: (message) => current?.conversation.receive(message) ?? false,
    cancel: () => current?.finish([false, CANCELLED]),
  };
}
