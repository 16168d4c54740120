import type { Call, CallResult } from "./calls.ts";
import type { HostOptions } from "./options.ts";
import type { FrameContext, HostClientType } from "./page-context.ts";
import { type OfferedCapabilities, runtimeConfig } from "./runtime-config.ts";

/**
 * The client version whose features 2.x may count on where it asks for one; the SDK's own assumption when it is told none
 * (v2: defaultSDKVersionForCompatCheck).
 */
const CLIENT_SDK_VERSION = "2.0.1";

/** What is offered follows from what the owner answers; `inDialog`: to a page that must be able to submit the dialog it is. */
export function offeredCapabilities(
  { answers = {}, on = {}, configurable = true }: Pick<HostOptions, "answers" | "on" | "configurable">,
  inDialog: boolean,
): OfferedCapabilities {
  return {
    backStack: answers.navigateBack !== undefined,
    tabs: answers.tabs !== undefined,
    currentApp: answers.navigateWithinApp !== undefined,
    dialogs: inDialog || answers.dialogs !== undefined,
    cardDialogs: answers.dialogs?.cards === true,
    logs: on.log !== undefined,
    config: configurable,
    fullScreen: answers.fullScreen !== undefined,
    appButton: answers.appButton === true,
    appInstallDialog: answers.openAppInstallDialog !== undefined,
    appEntity: answers.selectAppEntity !== undefined,
    clipboard: answers.clipboard !== undefined,
    profile: answers.showProfile !== undefined,
    teams: answers.teams !== undefined,
  };
}

/**
 * The answer to `initialize` (section 3). 1.x gets two values: 1.6 and later take a third for the client's SDK version
 * and would judge the runtime text as one.
 */
export function greeting(
  call: Call,
  frameContext: FrameContext,
  clientType: HostClientType,
  offered: OfferedCapabilities,
): CallResult {
  if (call.generation === 1) return [frameContext, clientType];
  return [frameContext, clientType, runtimeConfig(offered, call.args[1]), CLIENT_SDK_VERSION];
}
