/** A ready app from a few answers: a manifest that validates, and icons to replace. */
import type { JsonObject } from "../json/json-value.ts";
import { hostOf } from "../rules/parts.ts";
import { newestVersion, schemaAddress } from "../schema/schema-versions.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { colorIcon, outlineIcon } from "./draw-icons.ts";

export type AppKind = "connector" | "tab" | "bot";

export interface AppAnswers {
  kind: AppKind;
  /** At most 30 characters. */
  name: string;
  /** The company or person, at most 32 characters. */
  developer: string;
  /** Where the app's pages are served, such as https://app.contoso.com. */
  url: string;
  /** A GUID; the app's for life. */
  id: string;
  /** At most 80 characters; made up from the name when absent. */
  description?: string;
  /** At most 4000 characters; made up from the description when absent. */
  fullDescription?: string;
  /** 1.0.0 when absent. */
  version?: string;
  /** A connector's configuration page; below `url` when absent. */
  configurationUrl?: string;
  /** Hosts that the app's pages may come from; that of `url` when absent. */
  validDomains?: readonly string[];
  /** The developer's own pages; below `url` when absent. */
  website?: string;
  /** A GUID: the connector's or the bot's registration; `id` when absent. */
  registrationId?: string;
  accentColor?: string;
}

/** Returns the files of a package by name. The answers are taken as they are: validate what comes out. */
export function generateApp(answers: AppAnswers): Map<string, Uint8Array> {
  const accent = answers.accentColor ?? "#4F6BED";
  const text = `${JSON.stringify(manifestFor(answers, accent), null, 2)}\n`;
  return new Map([
    ["manifest.json", new TextEncoder().encode(text)],
    ["color.png", colorIcon(accent, answers.kind)],
    ["outline.png", outlineIcon(answers.kind)],
  ]);
}

function manifestFor(answers: AppAnswers, accentColor: string): TeamsManifest {
  const base = answers.url.replace(/\/+$/, "");
  const website = (answers.website ?? base).replace(/\/+$/, "");
  const short = answers.description ?? descriptions[answers.kind](answers.name);
  return {
    $schema: schemaAddress(newestVersion),
    manifestVersion: newestVersion,
    id: answers.id,
    version: answers.version ?? "1.0.0",
    name: { short: answers.name, full: `${answers.name} for Microsoft Teams` },
    description: {
      short,
      full:
        answers.fullDescription ??
        `${short.replace(/\.?$/, ".")} Works in Microsoft Teams. For help visit ${website}/support.`,
    },
    developer: {
      name: answers.developer,
      websiteUrl: website,
      privacyUrl: `${website}/privacy`,
      termsOfUseUrl: `${website}/terms`,
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor,
    ...capability(answers, base),
    validDomains: answers.validDomains ?? [hostOf(base) ?? base],
  } as TeamsManifest;
}

const descriptions: Readonly<Record<AppKind, (name: string) => string>> = {
  connector: (name) => `Get ${name} notifications in a channel`.slice(0, 80),
  tab: (name) => `See ${name} beside your conversations`.slice(0, 80),
  bot: (name) => `Ask ${name} from any conversation`.slice(0, 80),
};

function capability(answers: AppAnswers, base: string): JsonObject {
  const { kind, name, id, registrationId = id } = answers;
  if (kind === "connector") {
    const { configurationUrl = `${base}/connector` } = answers;
    return { connectors: [{ connectorId: registrationId, configurationUrl, scopes: ["team"] }] };
  }
  if (kind === "tab") {
    return {
      staticTabs: [
        {
          entityId: "home",
          name: name.slice(0, 128),
          contentUrl: `${base}/tab`,
          websiteUrl: base,
          scopes: ["personal"],
        },
      ],
      configurableTabs: [
        { configurationUrl: `${base}/tab/configure`, canUpdateConfiguration: true, scopes: ["team", "groupChat"] },
      ],
    };
  }
  const scopes = ["personal", "team", "groupChat"];
  const commands = [{ title: "Help", description: "Show what this bot can do" }];
  return {
    bots: [
      {
        botId: registrationId,
        scopes,
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes, commands }],
      },
    ],
  };
}
