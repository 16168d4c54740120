import { type Finding, type Language, newestVersion, type Target, validateManifestText } from "@parvis/manifest";

export interface LintInput {
  readonly text: string;
  readonly target: Target;
  readonly language: Language;
}

export interface Linted {
  readonly findings: readonly Finding[];
  readonly valid: boolean;
  readonly name: string | null;
  readonly manifestVersion: string | null;
  /** The newest version there is, when the manifest is of an older one. */
  readonly newer: string | null;
}

/** Judges a manifest while it is written. Icons and language files are looked at when it becomes a package. */
export async function lint({ text, target, language }: LintInput): Promise<Linted> {
  const { findings, valid, manifestVersion, manifest } = await validateManifestText(text, { target, language });
  const short: unknown = manifest?.name?.short;
  const older = manifest !== null && manifestVersion !== newestVersion && manifestVersion !== "devPreview";
  return {
    ...{ findings, valid, manifestVersion },
    name: typeof short === "string" && short !== "" ? short : null,
    newer: older ? newestVersion : null,
  };
}
