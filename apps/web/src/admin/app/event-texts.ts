import type { TextOf } from "../../shared/language/text.ts";
import type { AppEvent } from "./history-tab.tsx";

const text = (value: unknown) => (typeof value === "string" ? value : "");
const number = (value: unknown) => (typeof value === "number" ? value : 0);

function availabilityOf(detail: AppEvent["detail"]): string {
  const { to } = detail;
  return typeof to === "object" && to !== null && "availability" in to ? text(to.availability) : "";
}

/** What happened to an app, in words; an operation that has none here is named as the audit log names it. */
export function eventText({ operation, detail }: Pick<AppEvent, "operation" | "detail">, t: TextOf): string {
  const version = text(detail.version);
  switch (operation) {
    case "AppPublishedToCatalog":
      return t("admin.app.history.published", { version });
    case "AppUpdatedInCatalog":
      return t("admin.app.history.updated", { version });
    case "Parvis.AppSubmitted":
    case "Parvis.AppUpdateSubmitted":
      return t("admin.app.history.submitted", { version });
    case "Parvis.AppSubmissionRejected":
      return t("admin.app.history.rejected", { version, reason: text(detail.reason) });
    case "Parvis.AppSubmissionWithdrawn":
      return t("admin.app.history.withdrawn", { version });
    case "Parvis.AppAllowed":
      return t("admin.app.history.allowed");
    case "Parvis.AppBlocked":
      return t("admin.app.history.blocked");
    case "Parvis.AppAvailabilityChanged":
      return t("admin.app.history.availability", { to: availabilityOf(detail) || "other" });
    case "Parvis.AppRequested":
      return t("admin.app.history.requested");
    case "Parvis.AppRequestsAllowed":
      return t("admin.app.history.requestsAllowed", { count: number(detail.count) });
    case "Parvis.AppRequestsDismissed":
      return t("admin.app.history.requestsDismissed", { count: number(detail.count) });
    case "AppInstalled":
      return t("admin.app.history.installed");
    case "AppUpgraded":
      return t("admin.app.history.upgraded");
    case "AppUninstalled":
      return t("admin.app.history.uninstalled");
    case "ConnectorAdded":
      return t("admin.app.history.connectorAdded");
    case "ConnectorUpdated":
      return t("admin.app.history.connectorUpdated");
    case "ConnectorRemoved":
      return t("admin.app.history.connectorRemoved");
    case "Parvis.ConnectorConfigurationStarted":
      return t("admin.app.history.connectorStarted");
    case "Parvis.AppEmbeddingChanged":
      return t("admin.app.history.embedding");
    case "Parvis.AppCustomized":
      return t("admin.app.history.customized");
    case "Parvis.AppCustomizationReset":
      return t("admin.app.history.customizationReset");
    default:
      return operation;
  }
}
