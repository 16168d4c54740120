/** One difference between two packages. */
import type { JsonValue } from "../json/json-value.ts";

export type ChangeClass = "metadata" | "capability" | "permission";

export interface Change {
  class: ChangeClass;
  /** JSON pointer into the manifest; for a file of the package `#/files/<path>`. */
  pointer: string;
  kind: "added" | "removed" | "changed";
  /** Absent when added. */
  before?: JsonValue;
  /** Absent when removed. */
  after?: JsonValue;
}

/** What a manifest's top-level property is about; anything not listed is metadata. */
const classes: Readonly<Record<string, ChangeClass>> = {
  staticTabs: "capability",
  configurableTabs: "capability",
  bots: "capability",
  connectors: "capability",
  composeExtensions: "capability",
  activities: "capability",
  meetingExtensionDefinition: "capability",
  graphConnector: "capability",
  extensions: "capability",
  dashboardCards: "capability",
  copilotAgents: "capability",
  agenticUserTemplates: "capability",
  agentConnectors: "capability",
  agentSkills: "capability",
  supportedChannelTypes: "capability",
  supportsChannelFeatures: "capability",
  defaultInstallScope: "capability",
  defaultGroupCapability: "capability",
  elementRelationshipSet: "capability",
  permissions: "permission",
  devicePermissions: "permission",
  webApplicationInfo: "permission",
  authorization: "permission",
  validDomains: "permission",
};

export function classOf(property: string): ChangeClass {
  return Object.hasOwn(classes, property) ? (classes[property] ?? "metadata") : "metadata";
}
