import {
  applyFixes,
  type ConsentDescription,
  describeConsent,
  describeLanguages,
  type Finding,
  type Language,
  type LanguageCoverage,
  packageLimits,
  type Target,
  type TeamsManifest,
  type Verdict,
} from "@parvis/manifest";
import type { PackageSource } from "../source/package-source.ts";
import type { Report } from "./engine-protocol.ts";
import { type IconPicture, pictureOf } from "./icon-picture.ts";
import { placeholderNames } from "./placeholder-names.ts";
import { filesOf, judge, readSource } from "./read-source.ts";

export interface CheckInput {
  readonly source: PackageSource;
  readonly target: Target;
  readonly language: Language;
  /** Values for placeholders. */
  readonly env: Readonly<Record<string, string>>;
}

/** Everything a page shows about a package. */
export interface CheckResult extends Pick<Verdict, "valid" | "manifestVersion" | "id" | "version"> {
  readonly findings: readonly Finding[];
  readonly name: string | null;
  readonly publisher: string | null;
  readonly accentColor: string | null;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Text of its JSON files, to quote from. */
  readonly texts: ReadonlyMap<string, string>;
  /** Absent for a manifest alone. */
  readonly icons: { readonly color: IconPicture; readonly outline: IconPicture } | null;
  /** null when the manifest cannot be read. */
  readonly consent: ConsentDescription | null;
  readonly languages: readonly LanguageCoverage[];
  /** Names of all placeholders, those with a value too. */
  readonly placeholders: readonly string[];
  /** How many faults leave no choice how to mend them. */
  readonly mendable: number;
}

export async function check({ source, target, language, env }: CheckInput, report: Report): Promise<CheckResult> {
  const content = await readSource(source, report);
  const verdict = await judge(content, { target, language, env });
  const files = filesOf(content, verdict);
  const filled = Object.keys(env).length > 0;
  const unfilled = filled ? await judge(content, { target, language }) : verdict;
  const { valid, manifestVersion, id, version, findings, manifest } = verdict;
  return {
    ...{ valid, manifestVersion, id, version, findings },
    name: text(manifest?.name?.short),
    publisher: text(manifest?.developer?.name),
    accentColor: text(manifest?.accentColor),
    files: [...files].map(([path, { length }]) => ({ path, size: length })),
    texts: textsOf(files),
    icons:
      content.kind === "manifest" || manifest === null
        ? null
        : { color: pictureOf("color", verdict), outline: pictureOf("outline", verdict) },
    consent: manifest && described(manifest, language),
    languages: content.kind === "manifest" || manifest === null ? [] : describeLanguages(manifest, files),
    placeholders: placeholderNames(unfilled.findings),
    mendable: applyFixes(files).applied.length,
  };
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

function textsOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(
    [...files]
      .filter(([path, { length }]) => path.endsWith(".json") && length <= packageLimits.text)
      .map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
}

/** A manifest with errors may hold anything where a list of texts should be; then nothing is said rather than nonsense. */
function described(manifest: TeamsManifest, language: Language): ConsentDescription | null {
  try {
    return describeConsent(manifest, language);
  } catch {
    return null;
  }
}
