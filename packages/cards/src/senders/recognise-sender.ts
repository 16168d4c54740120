import { hasText, isObject, type JsonObject, objectsOf } from "../json.ts";
import type { NativeSender } from "./native-card.ts";

/**
 * Tells by its shape which other system a payload comes from (the header is no guide, contracts.md D.7): what is
 * stored is recognised again without the request around it. Undefined when from none.
 */
export function recogniseSender(value: JsonObject): NativeSender | undefined {
  if (isAlertGroup(value)) return value.orgId === undefined ? "alertmanager" : "grafana";
  if (isGrafanaLegacy(value)) return "grafanaLegacy";
  if (isGithubEvent(value)) return "github";
  if (isAzureDevOpsEvent(value)) return "azureDevOps";
  return isSlackMessage(value) ? "slack" : undefined;
}

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config; Grafana's has the same fields and more. */
function isAlertGroup({ alerts, status, receiver, groupKey, groupLabels }: JsonObject): boolean {
  if (!Array.isArray(alerts) || typeof status !== "string") return false;
  return [receiver, groupKey, groupLabels].filter((field) => field !== undefined).length >= 2;
}

/** Grafana's notification channel of kind webhook, until version 8. */
function isGrafanaLegacy({ ruleName, state, ruleUrl, evalMatches, ruleId }: JsonObject): boolean {
  if (typeof ruleName !== "string" || typeof state !== "string") return false;
  return ruleUrl !== undefined || evalMatches !== undefined || ruleId !== undefined;
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads: who did it, and in what. Gitea and Forgejo write the same. */
function isGithubEvent({ repository, organization, enterprise, sender, hook, zen }: JsonObject): boolean {
  if (typeof zen === "string" && isObject(hook)) return true;
  if (!isObject(sender) || typeof sender.login !== "string") return false;
  return isObject(repository)
    ? typeof repository.full_name === "string"
    : isObject(organization) || isObject(enterprise);
}

/** https://learn.microsoft.com/azure/devops/service-hooks/events: whatever happened, it brings a sentence about it. */
function isAzureDevOpsEvent({ publisherId, eventType, message, detailedMessage, resource }: JsonObject): boolean {
  if (typeof publisherId !== "string" || typeof eventType !== "string") return false;
  return isObject(resource) && (isObject(message) || isObject(detailedMessage));
}

const slackFields = ["channel", "username", "icon_emoji", "icon_url", "mrkdwn", "unfurl_links", "unfurl_media"];
const messageCardFields = ["@type", "@context", "sections", "potentialAction", "themeColor"];
const slackAttachmentFields = [
  "text",
  "pretext",
  "fallback",
  "title",
  "fields",
  "blocks",
  "color",
  "author_name",
  "image_url",
  "footer",
];

/** Links, mentions and dates as Slack writes them: `<https://…|label>`, `<@U…>`, `<!here>`. */
const slackMarkup =
  /<(?:https?:\/\/[^<>|\s]+(?:\|[^<>]*)?|mailto:[^<>|\s]+(?:\|[^<>]*)?|[@#][A-Z0-9]+(?:\|[^<>]*)?|![^<>]+)>/;

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, older attachments included. */
function isSlackMessage(value: JsonObject): boolean {
  if (messageCardFields.some((name) => value[name] !== undefined)) return false;
  if (Array.isArray(value.blocks) && objectsOf(value.blocks).some(({ type }) => typeof type === "string")) return true;
  if (isSlackAttachments(value)) return true;
  if (typeof value.text !== "string" || !hasText(value.text)) return false;
  return slackFields.some((name) => value[name] !== undefined) || slackMarkup.test(value.text);
}

/** Attachments of Teams have a content type; those of Slack have their fields in themselves. */
export function isSlackAttachments(value: JsonObject): boolean {
  const attachments = objectsOf(value.attachments);
  return (
    attachments.length > 0 &&
    attachments.every(
      (attachment) =>
        attachment.contentType === undefined &&
        attachment.content === undefined &&
        slackAttachmentFields.some((name) => attachment[name] !== undefined),
    )
  );
}
