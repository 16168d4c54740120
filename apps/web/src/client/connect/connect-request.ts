/** What a site asked for in its link to `/connectors/Connect`. */
export interface ConnectRequest {
  readonly connectorId: string;
  readonly callbackUrl: string;
  readonly state: string | undefined;
}

/**
 * @param packed the link's parameters as the site wrote them, in Base64 for addresses.
 * @returns undefined when something is missing.
 */
export function readConnectRequest(packed: string | undefined): ConnectRequest | undefined {
  try {
    const binary = atob((packed ?? "").replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const asked = new URLSearchParams(new TextDecoder().decode(bytes));
    const connectorId = asked.get("app_id")?.trim() ?? "";
    const callbackUrl = asked.get("callback_url")?.trim() ?? "";
    if (connectorId === "" || callbackUrl === "") return undefined;
    return { connectorId, callbackUrl, state: asked.get("state") ?? undefined };
  } catch {
    return undefined;
  }
}
