/** The localisation files that a manifest names, read and held against their schema. */
import { isObject, type JsonObject, listAt, textAt } from "../json/json-value.ts";
import { readJsonFile } from "../json/read-file.ts";
import { plainName } from "../package/entry-names.ts";
import type { Reporter } from "../reporter.ts";
import { schemaRules } from "../rules/schema/index.ts";
import type { LanguageFile } from "../rules/subject.ts";
import { evaluate } from "../schema/evaluate.ts";
import { explain } from "../schema/explain.ts";
import { loadLocalizationSchema } from "../schema/load-schema.ts";
import type { SchemaVersion } from "../schema/schema-versions.ts";

/** A file that the package lacks comes back with content null; the rule localization/file-missing speaks of it. */
export async function readLanguages(
  manifest: JsonObject,
  version: SchemaVersion,
  files: ReadonlyMap<string, Uint8Array>,
  reporter: Reporter,
): Promise<LanguageFile[]> {
  const declared = declaredFiles(manifest);
  if (declared.length === 0) return [];
  const schema = await loadLocalizationSchema(version);
  const read = new Set<string>();
  return declared.map((entry) => {
    const bytes = files.get(entry.path);
    if (bytes === undefined) return { ...entry, content: null };
    // Two entries may name one file by mistake; its findings are given once.
    if (read.has(entry.path)) return { ...entry, content: undefined };
    read.add(entry.path);
    const content = readJsonFile(entry.path, bytes, reporter);
    if (content === undefined) return { ...entry, content: undefined };
    for (const error of evaluate(schema, content)) {
      const rule = schemaRules[error.keyword];
      if (rule !== undefined) reporter.add(rule, explain(error, content, version, entry.path));
    }
    return { ...entry, content: isObject(content) ? content : undefined };
  });
}

export function declaredFiles(manifest: JsonObject): Omit<LanguageFile, "content">[] {
  const declared: Omit<LanguageFile, "content">[] = [];
  const own = textAt(manifest, "localizationInfo", "defaultLanguageFile");
  if (own !== undefined) {
    const tag = textAt(manifest, "localizationInfo", "defaultLanguageTag");
    declared.push({ tag, path: plainName(own), pointer: "/localizationInfo/defaultLanguageFile", isDefault: true });
  }
  listAt(manifest, "localizationInfo", "additionalLanguages").forEach((_, index) => {
    const at = ["localizationInfo", "additionalLanguages", index] as const;
    const file = textAt(manifest, ...at, "file");
    const pointer = `/${at.join("/")}/file`;
    if (file !== undefined)
      declared.push({ tag: textAt(manifest, ...at, "languageTag"), path: plainName(file), pointer, isDefault: false });
  });
  return declared;
}
