/** From bytes to verdict: read, hold against the schema, then against the rules. Everything is said at once. */
import type { ValidateOptions, Verdict } from "./finding.ts";
import { judgeIcons } from "./icons/judge-icon.ts";
import { isObject, type JsonObject, textAt } from "./json/json-value.ts";
import { fillPlaceholders, type OpenPlaceholder } from "./json/placeholders.ts";
import { pointer as pointerTo, tokensOf } from "./json/pointer.ts";
import { readJsonFile } from "./json/read-file.ts";
import { readLanguages } from "./localization/read-languages.ts";
import { readPackage } from "./package/read-package.ts";
import { Reporter } from "./reporter.ts";
import { allRules } from "./rules/index.ts";
import { notAnObject, placeholder } from "./rules/manifest/index.ts";
import { empty, manifestHint, noManifest } from "./rules/package/index.ts";
import { schemaRules } from "./rules/schema/index.ts";
import type { Subject } from "./rules/subject.ts";
import { chooseVersion } from "./schema/choose-version.ts";
import { evaluate, type SchemaError, typeOf } from "./schema/evaluate.ts";
import { explain } from "./schema/explain.ts";
import { loadSchema } from "./schema/load-schema.ts";
import type { SchemaVersion } from "./schema/schema-versions.ts";
import type { TeamsManifest } from "./teams-manifest.ts";

const manifestName = "manifest.json";

/**
 * Judges an app package. Never throws on account of the bytes; whatever they are, the answer is a verdict.
 * @param bytes the zip as sent
 */
export async function validatePackage(bytes: Uint8Array, options: ValidateOptions = {}): Promise<Verdict> {
  const reporter = new Reporter(options);
  const files = await readPackage(bytes, reporter);
  if (files === null) return verdict(reporter, new Map());
  return judgeFiles(files, options, reporter);
}

/** Judges a folder's files, by their path with forward slashes relative to the folder. */
export async function validateFiles(
  files: ReadonlyMap<string, Uint8Array>,
  options: ValidateOptions = {},
): Promise<Verdict> {
  const reporter = new Reporter(options);
  if (files.size === 0) reporter.add(empty, { file: "" });
  return judgeFiles(files, options, reporter);
}

/** Judges a manifest alone: icons and language files are not looked at. */
export async function validateManifestText(text: string, options: ValidateOptions = {}): Promise<Verdict> {
  return judgeManifest(text, null, options, new Reporter(options));
}

async function judgeFiles(
  files: ReadonlyMap<string, Uint8Array>,
  options: ValidateOptions,
  reporter: Reporter,
): Promise<Verdict> {
  const manifest = files.get(manifestName);
  if (manifest !== undefined) return judgeManifest(manifest, files, options, reporter);
  if (files.size > 0) {
    const values = { hint: manifestHint(files.keys()) };
    reporter.add(noManifest, { file: "", values, expected: manifestName, target: manifestName });
  }
  return verdict(reporter, files);
}

async function judgeManifest(
  content: Uint8Array | string,
  files: ReadonlyMap<string, Uint8Array> | null,
  options: ValidateOptions,
  reporter: Reporter,
): Promise<Verdict> {
  const manifest = readJsonFile(manifestName, content, reporter);
  if (manifest === undefined) return verdict(reporter, files ?? new Map());
  if (!isObject(manifest)) {
    reporter.add(notAnObject, { offset: 0, values: { file: manifestName, kind: typeOf(manifest) } });
    return verdict(reporter, files ?? new Map());
  }
  const open = fillPlaceholders(manifest, options.env ?? {});
  reportPlaceholders(open, options, reporter);
  const pointers = new Set(open.map((each) => each.pointer));
  const isOpen = (pointer: string) => pointers.has(pointer);
  const { version, guessed } = chooseVersion(manifest, reporter, isOpen("/manifestVersion"));
  const blamed = await judgeSchema(manifest, version, guessed, reporter, isOpen);
  const icons =
    files === null
      ? { color: null, outline: null, color32: null }
      : await judgeIcons(manifest, files, reporter, isOpen);
  const languages = files === null ? [] : await readLanguages(manifest, version, files, reporter);
  const subject: Subject = { manifest, version, target: reporter.target, files, icons, languages, isOpen };
  judgeRules(subject, blamed, reporter);
  return verdict(reporter, files ?? new Map(), manifest, icons);
}

function reportPlaceholders(open: OpenPlaceholder[], options: ValidateOptions, reporter: Reporter): void {
  const severity = options.placeholders === "refuse" ? "error" : "warning";
  for (const { pointer, text, name } of open) {
    reporter.add(placeholder, { pointer, values: { text, name }, found: text }, severity);
  }
}

/** Reports what the official schema refuses, and returns the places it spoke about, so that no rule says the same again. */
async function judgeSchema(
  manifest: JsonObject,
  version: SchemaVersion,
  guessed: boolean,
  reporter: Reporter,
  isOpen: (pointer: string) => boolean,
): Promise<ReadonlySet<string>> {
  const blamed = new Set<string>();
  for (const error of evaluate(await loadSchema(version), manifest, isOpen)) {
    const place = placeOf(error);
    blamed.add(place);
    const rule = schemaRules[error.keyword];
    if (rule === undefined || (guessed && place === "/manifestVersion")) continue;
    const branch = error.branchOf === undefined ? {} : { branchOf: error.branchOf };
    reporter.add(rule, { ...explain(error, manifest, version), ...branch });
  }
  return blamed;
}

/** The place an error is about: for a property that is missing or unwanted, that property. */
function placeOf({ pointer, params }: SchemaError): string {
  const property = params.missingProperty ?? params.additionalProperty;
  return typeof property === "string" ? pointerTo(...tokensOf(pointer), property) : pointer;
}

function judgeRules(subject: Subject, blamed: ReadonlySet<string>, reporter: Reporter): void {
  for (const rule of allRules) {
    if (rule.check === undefined) continue;
    for (const hit of rule.check(subject)) {
      const pointer = hit.pointer ?? "";
      const inManifest = (hit.file ?? manifestName) === manifestName;
      if (inManifest && (blamed.has(pointer) || subject.isOpen(pointer))) continue;
      reporter.add(rule, hit);
    }
  }
}

function verdict(
  reporter: Reporter,
  files: ReadonlyMap<string, Uint8Array>,
  manifest: JsonObject | null = null,
  icons: Verdict["icons"] = { color: null, outline: null },
): Verdict {
  return {
    valid: reporter.errors === 0,
    manifestVersion: textAt(manifest ?? {}, "manifestVersion") ?? null,
    id: textAt(manifest ?? {}, "id") ?? null,
    version: textAt(manifest ?? {}, "version") ?? null,
    findings: reporter.findings(),
    manifest: manifest as TeamsManifest | null,
    icons: { color: icons.color, outline: icons.outline },
    files,
  };
}
