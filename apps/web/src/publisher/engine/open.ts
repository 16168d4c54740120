import type { Finding, Language } from "@parvis/manifest";
import { manifestPath, type PackageSource, type SourceFile } from "../source/package-source.ts";
import type { Report } from "./engine-protocol.ts";
import { filesOf, judge, readSource } from "./read-source.ts";

export interface Opened {
  /** The manifest, without a byte-order mark. */
  readonly text: string;
  /** The rest of the package. */
  readonly files: readonly SourceFile[];
}

/** A package to edit; a finding when there is no manifest in it. */
export async function open(
  { source, language }: { readonly source: PackageSource; readonly language: Language },
  report: Report,
): Promise<Opened | { readonly unreadable: Finding }> {
  const content = await readSource(source, report);
  const verdict = await judge(content, { language });
  const files = filesOf(content, verdict);
  const manifest = files.get(manifestPath);
  const [fault] = verdict.findings;
  if (manifest === undefined && fault !== undefined) return { unreadable: fault };
  return {
    text: new TextDecoder().decode(manifest),
    files: [...files]
      .filter(([path]) => path !== manifestPath)
      .map(([path, bytes]) => ({ path, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) })),
  };
}
