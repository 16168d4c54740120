import { createHmac, timingSafeEqual } from "node:crypto";

/** Whose mail a link ends: one address's, from one target. */
export interface Subscription {
  readonly tenantId: string;
  readonly targetId: string;
  readonly address: string;
}

const idBytes = 16;
/** Of the signature; shorter links are broken less often by mail readers, and this is out of reach of guessing. */
const signatureBytes = 16;

function bytesOf({ tenantId, targetId, address }: Subscription): Buffer {
  const id = (text: string) => Buffer.from(text.replaceAll("-", ""), "hex");
  return Buffer.concat([id(tenantId), id(targetId), Buffer.from(address, "utf8")]);
}

function signatureOf(content: Uint8Array, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(content).digest().subarray(0, signatureBytes);
}

/** The part of an unsubscribe link that says and proves whose it is. @param key of the target. */
export function unsubscribeToken(subscription: Subscription, key: Uint8Array): string {
  const content = bytesOf(subscription);
  return Buffer.concat([signatureOf(content, key), content]).toString("base64url");
}

/** What a token says, before it is known whether that is true; undefined for what is none. */
export function readUnsubscribeToken(token: string): Subscription | undefined {
  const bytes = Buffer.from(token, "base64url");
  const address = bytes.subarray(signatureBytes + 2 * idBytes).toString("utf8");
  if (bytes.toString("base64url") !== token || !address.includes("@")) return undefined;
  const id = (at: number) =>
    bytes
      .subarray(at, at + idBytes)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { tenantId: id(signatureBytes), targetId: id(signatureBytes + idBytes), address };
}

/** Whether a token was made with a target's key. */
export function isUnsubscribeToken(token: string, key: Uint8Array): boolean {
  const bytes = Buffer.from(token, "base64url");
  const signature = bytes.subarray(0, signatureBytes);
  return (
    signature.length === signatureBytes && timingSafeEqual(signature, signatureOf(bytes.subarray(signatureBytes), key))
  );
}
