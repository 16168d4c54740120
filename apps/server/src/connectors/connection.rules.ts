/** What a site asks for when it sends somebody to `/connectors/Connect` (lifecycle.md 7). */
export interface ConnectionRequest {
  /** `app_id`: the connector's id of its registration. */
  readonly connectorId: string;
  /** `callback_url`: where the person's browser is to go afterwards. */
  readonly callbackUrl: string;
  /** Given back as it came; it means something to the site alone. */
  readonly state: string | undefined;
}

/** What the site is told of a connection that was made, by the names that sites know. */
export interface Connected {
  readonly webhookUrl: string;
  readonly groupName: string;
  readonly userObjectId: string;
}

/** Browsers and proxies take this much, and no state of a site comes near it. */
export const longestState = 2_048;

/**
 * The address among those that a registration names that a request means: all of it, since what it carries away is a secret.
 * Only spellings that no browser tells apart count as the same.
 */
export function namedCallback(named: readonly string[], asked: string): string | undefined {
  const wanted = URL.parse(asked);
  if (wanted === null || wanted.hash !== "") return undefined;
  return named.some((address) => URL.parse(address)?.href === wanted.href) ? wanted.href : undefined;
}

/** Escaped as sites unescape it: not all of them read `+` as a space. */
function withParameters(address: string, parameters: readonly (readonly [string, string | undefined])[]): string {
  const text = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const join = address.includes("?") ? (/[?&]$/.test(address) ? "" : "&") : "?";
  return address + join + text.join("&");
}

/** Where a browser goes with a new connection. In the order that Office 365 had: some sites count. */
export function connectedAddress(callback: string, state: string | undefined, connected: Connected): string {
  return withParameters(callback, [
    ["state", state],
    ["webhook_url", connected.webhookUrl],
    ["group_name", connected.groupName],
    ["app_type", "teams"],
    ["user_objectId", connected.userObjectId],
  ]);
}

/** Where a browser goes when the person would rather not. */
export function declinedAddress(callback: string, state: string | undefined): string {
  return withParameters(callback, [
    ["state", state],
    ["error", "AccessDenied"],
  ]);
}
