import { type AppAnswers, type Finding, generateApp, type Language, validateFiles } from "@parvis/manifest";
import { manifestPath, type SourceFile } from "../source/package-source.ts";

export interface Generated {
  readonly text: string;
  /** The icons. */
  readonly files: readonly SourceFile[];
  /** What the answers break; nothing was generated that should be used then. */
  readonly faults: readonly Finding[];
}

/** A ready manifest with icons, from a few answers. */
export async function generate({
  answers,
  language,
}: {
  readonly answers: AppAnswers;
  readonly language: Language;
}): Promise<Generated> {
  const files = generateApp(answers);
  const { findings } = await validateFiles(files, { language });
  return {
    text: new TextDecoder().decode(files.get(manifestPath)),
    files: [...files]
      .filter(([path]) => path !== manifestPath)
      .map(([path, bytes]) => ({ path, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) })),
    faults: findings.filter(({ severity }) => severity === "error"),
  };
}
