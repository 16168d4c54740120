import type { Delivery } from "./delivery-queries.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id that is looked for, when it is one: of a request, as senders are answered. */
export function wantedId(find: string | undefined): string | undefined {
  const text = find?.trim() ?? "";
  return uuid.test(text) ? text.toLowerCase() : undefined;
}

/** Deliveries with a text in what the list shows of them. */
export function foundDeliveries(deliveries: readonly Delivery[], find: string | undefined): readonly Delivery[] {
  const wanted = find?.trim().toLowerCase() ?? "";
  if (wanted === "") return deliveries;
  return deliveries.filter(({ id, summary, userAgent, contentType, reason, sentBy }) =>
    [id, summary, userAgent, contentType, reason, sentBy].some((text) => text?.toLowerCase().includes(wanted)),
  );
}
