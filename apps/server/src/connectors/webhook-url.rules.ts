/** The four parts of a webhook's address (contracts.md D.1), as they stand in it. */
export interface WebhookAddress {
  readonly groupId: string;
  readonly tenantId: string;
  /** `IncomingWebhook`, or the connector's id. */
  readonly provider: string;
  readonly key: string;
  readonly ownerId: string;
}

export const incomingWebhook = "IncomingWebhook";

/** Some senders rebuild the address from a pattern that allows just these (contracts.md D.7). */
const segment = /^[A-Za-z0-9-]+$/;

/** The provider segment for a connector; an id that senders would stumble over is left out of the address. */
export function providerFor(connectorId: string): string {
  return segment.test(connectorId) ? connectorId : incomingWebhook;
}

/** The address a sender posts to. A bearer secret: whoever has it may post. Never logged. */
export function webhookUrl(publicUrl: string, address: WebhookAddress): string {
  const { groupId, tenantId, provider, key, ownerId } = address;
  return `${publicUrl}/webhookb2/${groupId}@${tenantId}/${provider}/${key}/${ownerId}`;
}
