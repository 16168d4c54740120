/** The manifest that the examples of all rules start from. It has no finding of any severity, for either target. */
import type { JsonObject } from "../json/json-value.ts";

export const sampleManifest: JsonObject = {
  $schema: "https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json",
  manifestVersion: "1.19",
  id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
  version: "1.0.0",
  name: { short: "Contoso Alerts", full: "Contoso Alerts for Microsoft Teams" },
  description: {
    short: "See and answer Contoso alerts",
    full: "Contoso Alerts brings the alerts of your Contoso workspace to Microsoft Teams. Sign in with your Contoso account, choose a project and see what needs attention. For help visit https://www.contoso.com/support.",
  },
  developer: {
    name: "Contoso",
    websiteUrl: "https://www.contoso.com",
    privacyUrl: "https://www.contoso.com/privacy",
    termsOfUseUrl: "https://www.contoso.com/terms",
  },
  icons: { color: "color.png", outline: "outline.png" },
  accentColor: "#4F6BED",
  staticTabs: [
    {
      entityId: "alerts",
      name: "Alerts",
      contentUrl: "https://tabs.contoso.com/alerts",
      websiteUrl: "https://www.contoso.com/alerts",
      scopes: ["personal"],
    },
  ],
  validDomains: ["tabs.contoso.com"],
};
