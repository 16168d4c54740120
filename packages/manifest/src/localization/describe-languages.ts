/** Which languages an app speaks, and how completely. */
import { isObject, type JsonObject, textAt } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { decodeText } from "../json/source-text.ts";
import { packageLimits } from "../package/limits.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { localizedKeys, resolvesTo } from "./keys.ts";
import { declaredFiles } from "./read-languages.ts";

export interface LanguageCoverage {
  /** As the manifest names it; null where it does not say. */
  tag: string | null;
  /** Path of its file; null for the default language whose texts stand in the manifest alone. */
  path: string | null;
  isDefault: boolean;
  /** `ok`, or why its file says nothing. */
  state: "ok" | "missing" | "unreadable";
  /** How many of the texts that people see it has. */
  translated: number;
  /** How many such texts there are. */
  total: number;
  /** Keys of texts it lacks. */
  missing: string[];
  /** Keys that name nothing in the manifest. */
  extra: string[];
}

/** The languages of a package, the default one first; empty when the manifest speaks of none. What is wrong with them is in the findings. */
export function describeLanguages(manifest: TeamsManifest, files: ReadonlyMap<string, Uint8Array>): LanguageCoverage[] {
  const source = manifest as JsonObject;
  if (!isObject(source.localizationInfo)) return [];
  const wanted = localizedKeys(source);
  const declared = declaredFiles(source).map(({ tag, path, isDefault }): LanguageCoverage => {
    const content = contentOf(files.get(path));
    const keys = typeof content === "string" ? [] : Object.keys(content).filter((key) => key !== "$schema");
    const missing = wanted.filter((key) => !keys.includes(key));
    return {
      tag: tag ?? null,
      path,
      isDefault,
      state: typeof content === "string" ? content : "ok",
      translated: wanted.length - missing.length,
      total: wanted.length,
      missing,
      extra: keys.filter((key) => resolvesTo(source, key) === undefined),
    };
  });
  if (declared.some((each) => each.isDefault)) return declared;
  // Without a file of its own, the default language is what the manifest itself says.
  const tag = textAt(source, "localizationInfo", "defaultLanguageTag") ?? null;
  const total = wanted.length;
  return [
    { tag, path: null, isDefault: true, state: "ok", translated: total, total, missing: [], extra: [] },
    ...declared,
  ];
}

function contentOf(bytes: Uint8Array | undefined): JsonObject | "missing" | "unreadable" {
  if (bytes === undefined) return "missing";
  if (bytes.length > packageLimits.text) return "unreadable";
  const { value } = readJson(decodeText(bytes).text);
  return isObject(value) ? value : "unreadable";
}
