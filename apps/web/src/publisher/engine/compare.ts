import { type Comparison, comparePackages, type Finding, type Language, type Verdict } from "@parvis/manifest";
import { manifestPath, type PackageSource } from "../source/package-source.ts";
import type { Report } from "./engine-protocol.ts";
import { filesOf, judge, readSource } from "./read-source.ts";

export interface CompareInput {
  readonly before: PackageSource;
  readonly after: PackageSource;
  readonly language: Language;
}

/** One of the two packages. */
export interface Side extends Pick<Verdict, "valid" | "id" | "version" | "manifestVersion"> {
  readonly name: string | null;
  /** The manifest, laid out the same on both sides so that only what it says differs. */
  readonly text: string;
  /** Why there is nothing to compare; null when the manifest could be read. */
  readonly unreadable: Finding | null;
}

export interface Compared {
  /** null when one of the two could not be read. */
  readonly comparison: Comparison | null;
  readonly before: Side;
  readonly after: Side;
  /** Icons and language files were compared too: both sides have them. */
  readonly whole: boolean;
}

export async function compare({ before, after, language }: CompareInput, report: Report): Promise<Compared> {
  const [old, next] = [await read(before, language, report), await read(after, language, report)];
  const whole = before.kind !== "manifest" && after.kind !== "manifest";
  const comparable = ({ verdict }: typeof old) => (whole ? verdict : { manifest: verdict.manifest });
  const readable = old.verdict.manifest !== null && next.verdict.manifest !== null;
  return {
    comparison: readable ? await comparePackages(comparable(old), comparable(next), language) : null,
    ...{ before: old.side, after: next.side, whole },
  };
}

async function read(
  source: PackageSource,
  language: Language,
  report: Report,
): Promise<{ verdict: Verdict; side: Side }> {
  const content = await readSource(source, report);
  const verdict = await judge(content, { language });
  const { valid, id, version, manifestVersion, manifest, findings } = verdict;
  const short: unknown = manifest?.name?.short;
  const written = new TextDecoder().decode(filesOf(content, verdict).get(manifestPath));
  return {
    verdict,
    side: {
      ...{ valid, id, version, manifestVersion },
      name: typeof short === "string" ? short : null,
      text: manifest === null ? written : `${JSON.stringify(manifest, null, 2)}\n`,
      unreadable: manifest === null ? (findings[0] ?? null) : null,
    },
  };
}
