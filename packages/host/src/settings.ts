import { type Call, type CallEntries, type CallResult, informs } from "./calls.ts";
import { type InstanceSettings, readPageSettings } from "./instance-settings.ts";
import type { FrameContext } from "./page-context.ts";
import { accepted, refused, statusAndReason, type Verdict } from "./verdict.ts";

export interface SettingsOptions {
  readonly frameContext: FrameContext;
  readonly initial: InstanceSettings;
  readonly accept: (settings: InstanceSettings) => Verdict | Promise<Verdict>;
  readonly onValidity: (valid: boolean) => void;
}

/** The `settings.*` functions but for the save and remove round trips. */
export interface SettingsDesk {
  readonly calls: CallEntries;
  /** What the page has set so far and the host has accepted. */
  readonly current: InstanceSettings;
  readonly valid: boolean;
  /** From now on `getSettings` carries this address. */
  setWebhookUrl(url: string): void;
  /** Save starts: forgets earlier refusals. */
  beginSave(): void;
  /** Waits for pending `setSettings`; the reason if one since `beginSave` was refused. */
  refusalSinceSave(): Promise<string | undefined>;
  /** Another document took over the frame: its validity starts at false (v1: setValidityState). */
  resetValidity(): void;
}

const MAY_SET: readonly FrameContext[] = ["settings", "content", "sidePanel"];
const MAY_VALIDATE: readonly FrameContext[] = ["settings", "remove"];

export function createSettingsDesk(options: SettingsOptions): SettingsDesk {
  let current = options.initial;
  let valid = false;
  let refusal: string | undefined;
  let pending: Promise<void> | undefined;

  function setValid(next: boolean): void {
    if (next === valid) return;
    valid = next;
    options.onValidity(next);
  }

  function conclude(next: InstanceSettings, verdict: Verdict): CallResult {
    // Only the fields a page may set: the webhook address may have been granted while the verdict was pending.
    if (verdict.accepted) current = { ...next, ...hostFields(current) };
    refusal = verdict.accepted ? undefined : verdict.reason;
    return statusAndReason(verdict);
  }

  function setSettings(call: Call): CallResult | Promise<CallResult> {
    if (!MAY_SET.includes(options.frameContext)) {
      return statusAndReason(refused(`Settings cannot be changed in the '${options.frameContext}' context.`));
    }
    const given = readPageSettings(call.args[0]);
    if ("tooLong" in given) return conclude(current, refused(`The setting '${given.tooLong}' is too long.`));
    const next = { ...given, ...hostFields(current) };
    const verdict = options.accept(next);
    // A verdict reached at once still waits its turn behind one that is pending: the page's last word must win.
    if (!(verdict instanceof Promise) && !pending) return conclude(next, verdict);
    const late = Promise.all([verdict, pending]).then(([reached]) => conclude(next, reached));
    const waiting: Promise<void> = late
      .then(
        () => undefined,
        // The conversation reports the error and answers the page; for Save it counts as a refusal.
        () => {
          refusal = "The settings could not be stored.";
        },
      )
      .finally(() => {
        if (pending === waiting) pending = undefined;
      });
    pending = waiting;
    return late;
  }

  function getSettings(): CallResult | Promise<CallResult> {
    return pending ? pending.then(() => [current]) : [current];
  }

  return {
    calls: [
      ["settings.setSettings", setSettings],
      ["settings.getSettings", getSettings],
      [
        "settings.setValidityState",
        informs((call) => {
          if (MAY_VALIDATE.includes(options.frameContext)) setValid(call.args[0] === true);
        }),
      ],
    ],
    get current() {
      return current;
    },
    get valid() {
      return valid;
    },
    setWebhookUrl(url) {
      current = { ...current, webhookUrl: url };
    },
    beginSave() {
      refusal = undefined;
    },
    async refusalSinceSave() {
      await pending;
      return refusal;
    },
    resetValidity() {
      setValid(false);
    },
  };
}

function hostFields(settings: InstanceSettings): InstanceSettings {
  const { webhookUrl, appType, userObjectId } = settings;
  return {
    ...(webhookUrl === undefined ? {} : { webhookUrl }),
    ...(appType === undefined ? {} : { appType }),
    ...(userObjectId === undefined ? {} : { userObjectId }),
  };
}

/** For owners that store whatever the page sets. */
export function acceptAnySettings(): Verdict {
  return accepted;
}
