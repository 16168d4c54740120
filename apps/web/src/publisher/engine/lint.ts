import {
  applyFixes,
  type Finding,
  type Language,
  newestVersion,
  type Target,
  validateManifestText,
} from "@parvis/manifest";
import { manifestPath } from "../source/package-source.ts";
import { placeholderNames } from "./placeholder-names.ts";
import { type FindingPlace, placesOf } from "./quick-fixes.ts";
import { schemaFor } from "./text-place.ts";

export interface LintInput {
  readonly text: string;
  readonly target: Target;
  readonly language: Language;
  /** Values for placeholders. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Linted {
  /** The text that this is about; what is written may have changed meanwhile. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Where each finding is, in the same order; null for those that are nowhere in the text. */
  readonly places: readonly (FindingPlace | null)[];
  readonly valid: boolean;
  readonly name: string | null;
  readonly manifestVersion: string | null;
  /** The newest version there is, when the manifest is of an older one. */
  readonly newer: string | null;
  /** Names of all placeholders, those with a value too. */
  readonly placeholders: readonly string[];
  /** The text with everything mended that leaves no choice, and what that is; null when there is nothing of the kind. */
  readonly mended: { readonly text: string; readonly words: readonly string[] } | null;
}

/** Judges a manifest while it is written. Icons and language files are looked at when it becomes a package. */
export async function lint({ text, target, language, env }: LintInput): Promise<Linted> {
  const verdict = await validateManifestText(text, { target, language, env });
  const unfilled = Object.keys(env).length === 0 ? verdict : await validateManifestText(text, { target, language });
  const { findings, valid, manifestVersion, manifest } = verdict;
  const short: unknown = manifest?.name?.short;
  const older = manifest !== null && manifestVersion !== newestVersion && manifestVersion !== "devPreview";
  return {
    ...{ text, findings, valid, manifestVersion },
    places: placesOf(findings, text, await schemaFor(text)),
    name: typeof short === "string" && short !== "" ? short : null,
    newer: older ? newestVersion : null,
    placeholders: placeholderNames(unfilled.findings),
    mended: mendedText(text, language),
  };
}

function mendedText(text: string, language: Language): Linted["mended"] {
  const { changed, applied } = applyFixes(new Map([[manifestPath, new TextEncoder().encode(text)]]));
  const bytes = changed.get(manifestPath);
  if (bytes === undefined) return null;
  return { text: new TextDecoder().decode(bytes), words: applied.map(({ description }) => description[language]) };
}
