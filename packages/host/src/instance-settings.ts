import { field, text } from "./wire.ts";

/** What a page may set for its instance (`setSettings`, `pages.config.setConfig`), and reads back. */
export interface PageSettings {
  readonly entityId?: string;
  readonly contentUrl?: string;
  readonly websiteUrl?: string;
  readonly removeUrl?: string;
  readonly configName?: string;
  readonly suggestedDisplayName?: string;
}

/** What `getSettings` answers: the page's own settings and what only the host can say about a connector. */
export interface InstanceSettings extends PageSettings {
  readonly webhookUrl?: string;
  readonly appType?: "mail" | "groups" | "teams";
  readonly userObjectId?: string;
}

const PAGE_FIELDS = [
  "entityId",
  "contentUrl",
  "websiteUrl",
  "removeUrl",
  "configName",
  "suggestedDisplayName",
] as const satisfies readonly (keyof PageSettings)[];

const LONGEST_FIELD = 4096;

/** Reads the argument of `setSettings`: the known fields that are text. A field too long is named, and nothing is kept. */
export function readPageSettings(value: unknown): PageSettings | { readonly tooLong: string } {
  const settings: { -readonly [Name in keyof PageSettings]: PageSettings[Name] } = {};
  for (const name of PAGE_FIELDS) {
    const given = text(field(value, name), LONGEST_FIELD + 1);
    if (given === undefined) continue;
    if (given.length > LONGEST_FIELD) return { tooLong: name };
    settings[name] = given;
  }
  return settings;
}
