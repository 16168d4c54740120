import type { Reason } from "./reasons.rules.ts";

/**
 * The error catalogue: every refusal a person or a program can get, once. `status` is the HTTP status Parvis's own API
 * answers with; each folder of `protocols/` maps the same errors to its own shape. `report` marks what an operator
 * should hear about. Titles are safe to show and are translated by code in the web client.
 */
export const catalogue = {
  "request/invalid": { status: 400, title: "The request is not what this address expects." },
  "request/too-large": { status: 413, title: "The request is too large." },
  "request/wrong-type": { status: 415, title: "The content type is not one this address takes." },
  "request/foreign-origin": { status: 403, title: "Changes are only taken from Parvis's own pages." },
  "request/not-found": { status: 404, title: "There is nothing at this address." },
  "request/wrong-method": { status: 405, title: "This address does not take that method." },
  "setup/already-done": { status: 409, title: "This Parvis is set up already." },
  "setup/link-invalid": { status: 403, title: "This setup link is not valid. Parvis prints a new one when it starts." },
  "session/required": { status: 401, title: "Sign in first." },
  "session/wrong-credentials": { status: 401, title: "The name or the password is wrong." },
  "session/too-many-attempts": { status: 429, title: "Too many attempts. Wait a few minutes, then try again." },
  "access/denied": { status: 403, title: "You may not do this." },
  "access/administrator-only": { status: 403, title: "Only an administrator may do this." },
  "access/app-not-available": { status: 403, title: "This app is not available to you." },
  "token/required": { status: 401, title: "A bearer token is needed." },
  "token/invalid": { status: 401, title: "The bearer token is not valid." },
  "token/permission-missing": { status: 403, title: "The token does not carry the permission that this needs." },
  "app-registration/not-found": { status: 404, title: "There is no such app registration." },
  "app-registration/exists": { status: 409, title: "There is an app registration with this client ID already." },
  "app-registration/too-many-secrets": { status: 409, title: "An app registration has two secrets at most." },
  "app-registration/secret-not-found": { status: 404, title: "The app registration has no such secret." },
  "person/name-taken": { status: 409, title: "Somebody has this sign-in name already." },
  "person/not-found": { status: 404, title: "There is no such person." },
  "person/last-administrator": { status: 409, title: "An organisation needs at least one administrator." },
  "group/not-found": { status: 404, title: "There is no such group." },
  "group/name-taken": { status: 409, title: "There is a group with this name already." },
  "group/in-use": { status: 409, title: "The group is still used." },
  "group/within-itself": { status: 409, title: "The group would stand within itself." },
  "group/nested-too-deep": { status: 409, title: "Groups would stand within one another too deep." },
  "availability/not-direct": { status: 409, title: "The app is not for them by name." },
  "policy/not-found": { status: 404, title: "There is no such policy." },
  "policy/name-taken": { status: 409, title: "There is a policy with this name already." },
  "policy/built-in": { status: 409, title: "This policy is built in and cannot be changed in this way." },
  "policy/in-use": { status: 409, title: "The policy is still assigned." },
  "policy/rank-taken": { status: 409, title: "Another group has this rank already." },
  "policy/lines-refused": { status: 422, title: "The file has lines that must be mended; nothing was changed." },
  "settings/third-party-off": { status: 409, title: "Third-party apps are switched off for the organisation." },
  "change/stale": { status: 412, title: "Somebody else has changed this meanwhile." },
  "app/no-such-page": { status: 404, title: "The app has no such page." },
  "app-request/not-needed": { status: 409, title: "The app is available already." },
  "app-request/not-taken": { status: 403, title: "The organisation takes no requests for apps here." },
  "app-request/none-open": { status: 409, title: "Nobody is waiting for an answer about this app." },
  "configuration/other-organisation": { status: 409, title: "The file is about another organisation." },
  "configuration/refused": { status: 422, title: "The file does not fit; nothing was changed." },
  "team/not-found": { status: 404, title: "There is no such team." },
  "team/owner-required": { status: 403, title: "Only an owner of the team may do this." },
  "team/last-owner": { status: 409, title: "A team needs at least one owner." },
  "channel/not-found": { status: 404, title: "There is no such channel." },
  "channel/name-taken": { status: 409, title: "The team has a channel with this name." },
  "package/refused": { status: 422, title: "The package has findings that must be fixed." },
  "app/not-found": { status: 404, title: "There is no such app." },
  "upload/not-allowed": { status: 403, title: "Custom apps cannot be uploaded there by you." },
  "app/exists": { status: 409, title: "There is an app with this id already. Update it on its own page." },
  "app/other-id": { status: 409, title: "The package belongs to another app." },
  "app/version-not-higher": { status: 409, title: "The version must be higher than the one it replaces." },
  "app/not-published": { status: 409, title: "No version of the app has been published yet." },
  "app/not-customizable": { status: 409, title: "The app does not let administrators change this." },
  "submission/not-found": { status: 404, title: "There is no such submission." },
  "submission/pending": { status: 409, title: "Somebody else's submission of this app waits for a decision." },
  "submission/decided": { status: 409, title: "The submission waits for no decision any more." },
  "definition/not-found": { status: 404, title: "The app has no such version." },
  "app/scope-not-supported": { status: 400, title: "The app cannot be added there." },
  "installation/exists": { status: 409, title: "The app is installed there already." },
  "installation/not-found": { status: 404, title: "The app is not installed there." },
  "installation/consent-required": { status: 409, title: "The app needs your consent first." },
  "installation/set-by-policy": { status: 403, title: "A policy of the organisation installs this app." },
  "installation/resource-consent-off": {
    status: 403,
    title: "The organisation does not let people agree to what this app asks for.",
  },
  "installation/permissions-differ": {
    status: 400,
    title: "The permissions agreed to are not those the app asks for.",
  },
  "consent/not-found": { status: 404, title: "There is no such consent." },
  "app-bar/not-yours": { status: 403, title: "A policy of the organisation decides what stands in the app bar." },
  "app-bar/not-pinnable": { status: 400, title: "This app cannot be pinned." },
  "chat/not-found": { status: 404, title: "There is no such chat." },
  "installation/up-to-date": { status: 409, title: "The installation runs the newest version already." },
  "connector/not-found": { status: 404, title: "There is no such connector." },
  "connector/not-saved": { status: 409, title: "The connector has not been saved yet." },
  "registration/not-found": { status: 404, title: "There is no such connector registration." },
  "registration/refused": { status: 422, title: "The connector's package has findings that must be fixed." },
  "registration/editor-required": {
    status: 403,
    title: "Only whoever registered the connector, or an administrator, may do this.",
  },
  "connection/callback-not-named": { status: 400, title: "The link leads back to an address that is not trusted." },
  "audit/query-not-found": { status: 404, title: "There is no such audit query." },
  "audit/query-not-finished": { status: 409, title: "The audit query has not been answered yet." },
  "audit/subscription-not-found": { status: 404, title: "There is no such subscription." },
  "audit/content-not-found": { status: 404, title: "There is no such content." },
  "audit/webhook-refused": {
    status: 400,
    title: "The subscription's webhook did not confirm that it wants the content.",
  },
  "audit/search-not-found": { status: 404, title: "There is no such saved search." },
  "audit/too-many-searches": { status: 409, title: "You keep as many searches as there may be." },
  "mail/not-configured": { status: 409, title: "This Parvis has no mail server." },
  "target/not-found": { status: 404, title: "There is no such target." },
  "target/exists": { status: 409, title: "The connector has this target already." },
  "target/too-many": { status: 409, title: "The connector has as many targets as it may have." },
  "target/address-refused": { status: 400, title: "Cards cannot be sent to this address." },
  "target/no-team": { status: 400, title: "Only connectors of a team have its members for a target." },
  "target/delivery-not-found": { status: 404, title: "There is no such delivery." },
  "target/unsubscribed": { status: 409, title: "The reader of this mailbox asked for no more mail." },
  "target/stopped": { status: 409, title: "The target is stopped. Start it again first." },
  "connector/no-page": { status: 409, title: "This is a webhook made by hand. It has no page to save settings for." },
  "connector/named-by-page": { status: 409, title: "This connector is named by its configuration page." },
  "delivery/not-found": { status: 404, title: "There is no such delivery. The log keeps thirty days." },
  "delivery/not-kept": { status: 409, title: "What was posted then was not kept, so it cannot be sent again." },
  "picture/refused": { status: 422, title: "This picture cannot be used." },
  "webhook/not-found": { status: 404, title: "There is no such webhook." },
  "webhook/unknown-provider": { status: 404, title: "The webhook's address names another connector." },
  "webhook/gone": { status: 410, title: "This webhook was removed, or its address was replaced." },
  "webhook/bad-payload": { status: 400, title: "This is no card that Parvis knows." },
  "webhook/text-required": { status: 400, title: "Summary or Text is required." },
  "webhook/too-large": { status: 413, title: "The card is too large." },
  "webhook/throttled": { status: 429, title: "This webhook has taken as many cards as it may for now." },
  "connector/switched-off": { status: 403, title: "Connectors are switched off here." },
  "connector/owners-only": { status: 403, title: "Only owners of this team add, change and remove connectors." },
  "connector/not-in-this-cloud": {
    status: 403,
    title: "This connector is not available in your organisation's cloud.",
  },
  "connector/buttons-off": { status: 403, title: "Buttons of cards are switched off here." },
  "app/no-identity": { status: 409, title: "The app asks for no identity of people." },
  "embedding/no-host-names": { status: 409, title: "There are no host names for pages of apps here." },
  "embedding/not-switched-on": { status: 409, title: "Pages of this app are not shown through Parvis." },
  "embedding/not-a-page": { status: 400, title: "The address is not one of the app's." },
  "embedding/session-over": { status: 404, title: "Open the page from Parvis again." },
  "message/not-found": { status: 404, title: "There is no such message." },
  "card/action-not-found": { status: 404, title: "The card has no such button." },
  "card/changed": { status: 409, title: "The card has changed since. Look at it again, then press." },
  "card/not-expected": { status: 403, title: "This card expects somebody else to press its buttons." },
  "card/inputs-wrong": { status: 422, title: "Some of what was filled in does not fit." },
  "card/pressed-too-often": { status: 429, title: "You press buttons faster than Parvis sends. Wait a minute." },
  "card/target-not-allowed": { status: 403, title: "The button leads where Parvis does not send." },
  "card/target-refused": { status: 502, title: "The other side refused. Nothing changed here." },
  "card/target-failed": { status: 502, title: "The other side could not be reached." },
  "card/answer-unreadable": {
    status: 502,
    title: "The other side did it, but answered with a card that Parvis cannot read.",
  },
  "card/outcome-unknown": { status: 502, title: "It is not known whether the other side got it." },
  "picture/not-available": { status: 404, title: "This picture cannot be shown." },
  "icon/not-found": { status: 404, title: "There is no such picture." },
  "outbound/refused": { status: 400, title: "Parvis does not send requests to this address." },
  "outbound/failed": { status: 502, title: "The other side could not be reached or did not answer as expected." },
  "server/busy": { status: 503, title: "Parvis has more to do than it can take. Try again shortly.", report: true },
  "server/database-away": { status: 503, title: "The database cannot be reached. Try again shortly.", report: true },
  "server/unexpected": { status: 500, title: "Something went wrong in Parvis.", report: true },
} as const satisfies Record<string, { status: number; title: string; report?: boolean }>;

export type ErrorCode = keyof typeof catalogue;

/** What an error carries beside its code: `detail` says what happened here, what was expected and what to do. */
export interface ErrorParts {
  readonly detail?: string;
  /** The same as `detail`, for clients that speak other languages. Made by `because`. */
  readonly reason?: Reason;
  /** Members that clients act on: findings, the other app's id, the least version that would do. Never secrets. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A refusal from the catalogue. Anything else that is thrown is a fault of ours and answers `server/unexpected`. */
export class ParvisError extends Error {
  override readonly name = "ParvisError";
  readonly code: ErrorCode;
  readonly parts: ErrorParts;

  constructor(code: ErrorCode, parts: ErrorParts = {}) {
    super(parts.detail ?? catalogue[code].title, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = code;
    this.parts = parts;
  }

  get status(): number {
    return catalogue[this.code].status;
  }
}

/**
 * Whether an error says that the database is away rather than that a statement is wrong: sockets that fail, SQLSTATE
 * class 08 (connection), 57P (shutdown, crash), 53300 (too many connections). Such work may be tried again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|EAGAIN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code)) return true;
  if (/^(08...|57P0.|53300)$/.test(code)) return true;
  return /Connection terminated|connection timeout|timeout exceeded when trying to connect|server closed the connection|is not queryable/i.test(
    error.message,
  );
}

/** PostgreSQL keeps no NUL, neither in text nor in JSON; nobody means to send one. */
function isAboutNul(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "22021" || error.code === "22P05");
}

/** Any thrown thing as an error of the catalogue; what it does not know is a fault of ours. */
export function asParvisError(error: unknown): ParvisError {
  if (error instanceof ParvisError) return error;
  if (isDatabaseAway(error)) return new ParvisError("server/database-away", { retryAfterSeconds: 2, cause: error });
  if (isAboutNul(error))
    return new ParvisError("request/invalid", {
      detail: "A text that was sent holds the character NUL (U+0000). Take it out and send the request again.",
      cause: error,
    });
  return new ParvisError("server/unexpected", { cause: error });
}
