/** Keys of localisation files: paths into the manifest, as `name.short` and `staticTabs[0].name`. */
import { isObject, type JsonObject, type JsonValue, listAt, textAt, valueAt } from "../json/json-value.ts";

/** The text that a key stands for, or undefined when it leads nowhere. */
export function resolvesTo(manifest: JsonObject, key: string): string | undefined {
  const path = key.split(/[.[\]]+/).filter((part) => part !== "");
  const value = valueAt(manifest, ...path);
  return typeof value === "string" ? value : undefined;
}

/** Keys of the texts that people see: what a complete localisation file has. */
export function localizedKeys(manifest: JsonObject): string[] {
  const keys = ["name.short", "name.full", "description.short", "description.full"];
  for (const [index] of listAt(manifest, "staticTabs").entries()) keys.push(`staticTabs[${index}].name`);
  for (const [bot, value] of listAt(manifest, "bots").entries()) {
    for (const [list, each] of listAt(value, "commandLists").entries()) {
      for (const [command] of listAt(each, "commands").entries()) {
        const at = `bots[${bot}].commandLists[${list}].commands[${command}]`;
        keys.push(`${at}.title`, `${at}.description`);
      }
    }
  }
  for (const [extension, value] of listAt(manifest, "composeExtensions").entries()) {
    for (const [command] of listAt(value, "commands").entries()) {
      const at = `composeExtensions[${extension}].commands[${command}]`;
      keys.push(`${at}.title`, `${at}.description`);
    }
  }
  for (const [index] of listAt(manifest, "activities", "activityTypes").entries()) {
    keys.push(`activities.activityTypes[${index}].description`, `activities.activityTypes[${index}].templateText`);
  }
  return keys.filter((key) => (resolvesTo(manifest, key) ?? "") !== "");
}

/**
 * The manifest as people with a language see it: the file's texts laid over the manifest's own. Keys that name nothing are passed
 * over; the manifest that was given stays as it is.
 */
export function localize(manifest: JsonObject, translations: JsonObject): JsonObject {
  const merged = structuredClone(manifest);
  for (const [key, text] of Object.entries(translations)) {
    if (typeof text !== "string" || resolvesTo(merged, key) === undefined) continue;
    const path = key.split(/[.[\]]+/).filter((part) => part !== "");
    const last = path.pop() ?? "";
    const holder: JsonValue | undefined = valueAt(merged, ...path);
    if (isObject(holder)) holder[last] = text;
  }
  return merged;
}

/** `fr-CA` prefers fr-CA, then fr, then any fr-…; null means the manifest's own texts. */
export function bestLanguage(manifest: JsonObject, wanted: string): string | null {
  const tags = listAt(manifest, "localizationInfo", "additionalLanguages").flatMap(
    (each) => textAt(each, "languageTag") ?? [],
  );
  const own = textAt(manifest, "localizationInfo", "defaultLanguageTag") ?? "";
  const base = (tag: string) => tag.split("-")[0]?.toLowerCase();
  const exact = (tag: string) => tag.toLowerCase() === wanted.toLowerCase();
  if (exact(own)) return null;
  return (
    tags.find(exact) ??
    tags.find((tag) => tag.toLowerCase() === base(wanted)) ??
    (base(own) === base(wanted) ? null : (tags.find((tag) => base(tag) === base(wanted)) ?? null))
  );
}
