import { describeContent, type FeedContent, type FeedSubscription } from "../../audit/index.ts";

export function presentSubscription({ contentType, enabled, webhook }: FeedSubscription) {
  return { contentType, status: enabled ? "enabled" : "disabled", webhook };
}

export function contentOf(publicUrl: string, tenantId: string, content: FeedContent) {
  return describeContent(publicUrl, tenantId, content);
}
