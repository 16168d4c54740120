/** Faults whose mending leaves no choice are mended in the text itself, so that everything else stays as its author wrote it. */

import { applyEdits, modify, stripComments } from "jsonc-parser";
import type { Text } from "../finding.ts";
import { isObject, type JsonObject, textAt } from "../json/json-value.ts";
import { readJson, trailingCommas } from "../json/read-json.ts";
import { decodeText } from "../json/source-text.ts";
import { nameKey, plainName } from "../package/entry-names.ts";
import { trimmedValues } from "../rules/trimmed-values.ts";
import { isSchemaVersion, schemaAddress, versionInAddress } from "../schema/schema-versions.ts";

export interface AppliedFix {
  file: string;
  /** The rule whose finding this mends. */
  rule: string;
  description: Text;
}

export interface FixResult {
  /** Only the files that changed. */
  changed: Map<string, Uint8Array>;
  applied: AppliedFix[];
}

/** Mends `files` (all of a package, or a manifest alone) as far as that is mechanical. Nothing is changed in place. */
export function applyFixes(files: ReadonlyMap<string, Uint8Array>): FixResult {
  const changed = new Map<string, Uint8Array>();
  const applied: AppliedFix[] = [];
  for (const [file, bytes] of files) {
    if (!file.endsWith(".json")) continue;
    const note = (rule: string, description: Text) => applied.push({ file, rule, description });
    const before = decodeText(bytes);
    let text = mendText(before.text, note);
    if (file === "manifest.json") text = mendManifest(text, files, note);
    if (before.encoding !== "utf-8") note("manifest/encoding", { en: "saved as UTF-8", fr: "enregistré en UTF-8" });
    else if (before.byteOrderMark)
      note("manifest/byte-order-mark", { en: "byte-order mark removed", fr: "marque d'ordre des octets retirée" });
    if (text !== before.text || before.byteOrderMark || before.encoding !== "utf-8")
      changed.set(file, new TextEncoder().encode(text));
  }
  return { changed, applied };
}

type Note = (rule: string, description: Text) => void;

function mendText(original: string, note: Note): string {
  let text = original;
  const faults = readJson(text).faults.map((fault) => fault.kind);
  if (faults.includes("too-deep")) return text;
  if (faults.includes("comment")) {
    // Comments become spaces, so that line numbers in other findings stay true.
    text = stripComments(text, " ");
    note("manifest/comment", { en: "comments removed", fr: "commentaires retirés" });
  }
  const commas = trailingCommas(text);
  if (commas.length > 0) {
    text = commas.reduceRight((rest, at) => rest.slice(0, at) + rest.slice(at + 1), text);
    note("manifest/trailing-comma", {
      en: commas.length === 1 ? "a trailing comma removed" : `${commas.length} trailing commas removed`,
      fr: commas.length === 1 ? "une virgule finale retirée" : `${commas.length} virgules finales retirées`,
    });
  }
  const escaped = escapeControls(text);
  if (escaped !== text) {
    text = escaped;
    note("manifest/json-syntax", {
      en: "control characters inside texts escaped",
      fr: "caractères de contrôle échappés dans les textes",
    });
  }
  return text;
}

/** A tab or line break that stands inside a text, as \t or \n. Only where the closing quote is found within a few lines. */
function escapeControls(text: string): string {
  if (readJson(text).faults.length === 0) return text;
  const names: Record<string, string> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f" };
  const mended = text.replace(/"(?:[^"\\]|\\.)*"/gs, (whole) =>
    Array.from(whole, (character) => {
      const code = character.charCodeAt(0);
      return code >= 0x20 ? character : (names[character] ?? `\\u${code.toString(16).padStart(4, "0")}`);
    }).join(""),
  );
  return readJson(mended).faults.length === 0 ? mended : text;
}

function mendManifest(original: string, files: ReadonlyMap<string, Uint8Array>, note: Note): string {
  const { value } = readJson(original);
  if (!isObject(value)) return original;
  let text = original;
  const set = (path: readonly string[], next: string) => {
    text = applyEdits(text, modify(text, [...path], next, {}));
  };
  trimTexts(value, set, note);
  const version = textAt(value, "manifestVersion")?.trim() ?? "";
  const address = textAt(value, "$schema")?.trim() ?? "";
  if (isSchemaVersion(version) && versionInAddress(address) !== version) {
    set(["$schema"], schemaAddress(version));
    note("manifest/schema-disagrees", {
      en: `$schema set to version ${version}`,
      fr: `$schema réglé sur la version ${version}`,
    });
  }
  for (const key of ["color", "outline", "color32x32"]) {
    const written = textAt(value, "icons", key)?.trim();
    const real = written === undefined ? null : realName(written, files);
    if (written === undefined || real === null || real === written) continue;
    set(["icons", key], real);
    note("icon/path-style", { en: `icons.${key} set to ${real}`, fr: `icons.${key} réglé sur ${real}` });
  }
  return text;
}

/** White space around identifiers and addresses is never meant. Texts for people are left alone. */
function trimTexts(manifest: JsonObject, set: (path: readonly string[], next: string) => void, note: Note): void {
  for (const place of [["$schema"], ["manifestVersion"], ...trimmedValues]) {
    const text = textAt(manifest, ...place);
    if (text === undefined || text === text.trim()) continue;
    set(place, text.trim());
    note("manifest/outer-space", {
      en: `white space around ${place.join(".")} removed`,
      fr: `espaces autour de ${place.join(".")} retirés`,
    });
  }
}

/** The name of the file that was meant: same but for `./`, backslashes or case. null when there is none, or no package at all. */
function realName(written: string, files: ReadonlyMap<string, Uint8Array>): string | null {
  if (files.has(written)) return written;
  const plain = plainName(written);
  if (files.has(plain)) return plain;
  const near = [...files.keys()].filter((name) => nameKey(name) === nameKey(plain));
  return near.length === 1 ? (near[0] ?? null) : null;
}
