/** Two packages side by side: what changed, whether the version is right, and whether people must accept again. */
import type { Language, Verdict } from "../finding.ts";
import { type JsonObject, textAt } from "../json/json-value.ts";
import { escapeToken } from "../json/pointer.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { compareVersions, leastHigherVersion } from "./app-version.ts";
import type { Change } from "./change.ts";
import { type ConsentReason, type ConsentRuleSet, consentTriggers } from "./consent-triggers.ts";
import { listChanges } from "./list-changes.ts";

interface ComparedApp {
  id: string | null;
  version: string | null;
}

export interface ConsentVerdict {
  required: boolean;
  /** One a place that needs it, in the order of the rule set. */
  reasons: ConsentReason[];
}

export interface Comparison {
  /** Version of the older package. */
  from: string | null;
  /** Version of the newer package. */
  to: string | null;
  /** The newer package's app. */
  id: string | null;
  /** The id never changes for an app; when it did, these are two apps and no update. */
  sameApp: boolean;
  /** False when something changed and the version is not higher. */
  versionOk: boolean;
  /** The least version that would do; null when `versionOk`. */
  leastVersion: string | null;
  changes: Change[];
  consent: Record<ConsentRuleSet, ConsentVerdict>;
}

/** What of a verdict is compared; anything that has a manifest will do. Without `files`, icons and texts are not compared. */
export type Comparable = Pick<Verdict, "manifest"> & Partial<Pick<Verdict, "files">>;

/** Compares an older package with the newer one that is to replace it. A package whose manifest could not be read counts as empty. */
export async function comparePackages(
  before: Comparable,
  after: Comparable,
  language: Language = "en",
): Promise<Comparison> {
  const old = asObject(before.manifest);
  const next = asObject(after.manifest);
  const changes = [...listChanges(old, next), ...fileChanges(before.files, after.files)];
  const from = identityOf(old);
  const to = identityOf(next);
  const versionOk = changes.length === 0 || compareVersions(to.version ?? "", from.version ?? "") > 0;
  return {
    from: from.version,
    to: to.version,
    id: to.id,
    sameApp: (from.id ?? "").toLowerCase() === (to.id ?? "").toLowerCase(),
    versionOk,
    leastVersion: versionOk ? null : leastHigherVersion(from.version ?? ""),
    changes,
    consent: {
      classic: consentFor("classic", old, next, language),
      current: consentFor("current", old, next, language),
    },
  };
}

/** Whether going from one manifest to the other needs a fresh acceptance, and why; without looking at anything else. */
export function consentNeeded(
  set: ConsentRuleSet,
  before: TeamsManifest,
  after: TeamsManifest,
  language: Language = "en",
): ConsentVerdict {
  return consentFor(set, asObject(before), asObject(after), language);
}

function consentFor(set: ConsentRuleSet, before: JsonObject, after: JsonObject, language: Language): ConsentVerdict {
  const reasons = consentTriggers
    .filter((trigger) => trigger.sets.includes(set))
    .flatMap(({ name, words, fires }) =>
      fires(before, after).map((pointer) => ({ trigger: name, pointer, message: words[language] })),
    );
  return { required: reasons.length > 0, reasons };
}

/** Icons, language files and the like; the manifest itself is compared by what it says, not by its bytes. */
function fileChanges(before: Verdict["files"] | undefined, after: Verdict["files"] | undefined): Change[] {
  if (before === undefined || after === undefined) return [];
  const changes: Change[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (path === "manifest.json") continue;
    const [old, next] = [before.get(path), after.get(path)];
    if (old !== undefined && next !== undefined && sameBytes(old, next)) continue;
    const change: Change = {
      class: "metadata",
      pointer: `#/files/${escapeToken(path)}`,
      kind: old === undefined ? "added" : next === undefined ? "removed" : "changed",
    };
    if (old !== undefined) change.before = `${old.length} bytes`;
    if (next !== undefined) change.after = `${next.length} bytes`;
    changes.push(change);
  }
  return changes;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Of a manifest that may be anything: an id that is no text is none. */
function identityOf(manifest: JsonObject): ComparedApp {
  return { id: textAt(manifest, "id") ?? null, version: textAt(manifest, "version") ?? null };
}

function asObject(manifest: TeamsManifest | null): JsonObject {
  return (manifest ?? {}) as JsonObject;
}
