export type TargetKind = "groups" | "mail" | "relay";
export type RelayFormat = "workflows" | "slack" | "json";
export type TargetState = "active" | "stopped";
export type DeliveryState = "pending" | "delivered" | "dead";

/** Why a target takes no more cards; worded by clients. */
export type StopReason = "byHand" | "failing" | "refusing" | "gone" | "unsubscribed";

/** A connector posts to a handful of places; each costs a delivery a card. */
export const mostTargets = 20;

/** Cards refused one after another, with none taken in between, before a target is stopped. */
export const mostRefusedInARow = 50;

const firstDelaySeconds = 5;
const longestDelaySeconds = 3_600;

/** What a receiver made of a card. */
export type Verdict =
  | { readonly outcome: "delivered" }
  /** Trying again may help; not before so many seconds, when the receiver said so. */
  | { readonly outcome: "later"; readonly afterSeconds?: number }
  /** This card will not be taken, the next may. `blameless`: it was not the receiver who refused it. */
  | { readonly outcome: "refused"; readonly blameless?: boolean }
  /** No card will ever be taken there again. */
  | { readonly outcome: "gone" };

/** Answers that say "not now": timeouts, conflicts of the moment, too early, too many, and faults of the receiver. */
const notNow = new Set([408, 409, 423, 425, 429]);

/**
 * What a relay's answer means. 410 ends the target, as Standard Webhooks asks. An old connector address answers 200 and
 * tells its errors in the text (contracts.md D.2).
 */
export function verdictOf(status: number, text: string, retryAfter: string | undefined, now: Date): Verdict {
  const told = /^Webhook message delivery failed with error: .*HTTP error (\d{3})/.exec(text)?.[1];
  const meant = status === 200 && told !== undefined ? Number(told) : status;
  if (meant >= 200 && meant < 300) return { outcome: "delivered" };
  if (meant === 410) return { outcome: "gone" };
  if (meant < 500 && !notNow.has(meant)) return { outcome: "refused" };
  const afterSeconds = secondsOf(retryAfter, now);
  return { outcome: "later", ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

/** `Retry-After`: seconds or a date (RFC 9110 section 10.2.3). */
export function secondsOf(retryAfter: string | undefined, now: Date): number | undefined {
  const given = retryAfter?.trim() ?? "";
  if (/^\d{1,9}$/.test(given)) return Number(given);
  const date = /[a-z]/i.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1_000));
}

/**
 * How long a target rests after failing: 5 s, then twice as long each time up to an hour, a quarter of it by chance so
 * that targets of one receiver do not all come back at once. What the receiver asked for counts when it is longer.
 * @param failures before this one. @param chance from 0 to 1.
 */
export function restSeconds(failures: number, afterSeconds: number | undefined, chance: number): number {
  const doubled = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(failures, 16));
  return Math.max(doubled * (0.75 + 0.25 * chance), afterSeconds ?? 0);
}

/** Whether a target that failed again has failed for too long. */
export function hasFailedTooLong(failingSince: Date | null, now: Date, days: number): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= days * 86_400_000;
}

/** A relay's address as it is shown: it is a secret, so only where it leads. */
export function shownAddress(kind: TargetKind, address: string | null): string | null {
  if (kind !== "relay" || address === null || !URL.canParse(address)) return address;
  return `${new URL(address).origin}/…`;
}

/** The error of an address that cards cannot be relayed to; undefined when they can. */
export function wrongRelay(url: string, publicUrl: string): string | undefined {
  if (!URL.canParse(url)) return "The address is not a URL. Paste the whole address that the receiver gave you.";
  const { protocol, origin, pathname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return `Only http and https addresses take cards, not ${protocol}`;
  if (origin === new URL(publicUrl).origin && pathname.startsWith("/webhook"))
    return "The address is a webhook of this Parvis: its cards would go round in circles. Let the sender post there too.";
  return undefined;
}

/** A mail address as it is compared and kept; undefined for what is none. */
export function normaliseAddress(address: string): string | undefined {
  const trimmed = address.trim();
  return /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,250}$/.test(trimmed) ? trimmed.toLowerCase() : undefined;
}
