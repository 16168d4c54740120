import { applyFixes, fillJsonText, type Language, writePackage } from "@parvis/manifest";
import { makeSource, manifestPath, type PackageSource } from "../source/package-source.ts";
import type { Report } from "./engine-protocol.ts";
import { filesOf, judge, readSource } from "./read-source.ts";

export interface MendInput {
  readonly source: PackageSource;
  readonly language: Language;
  /** Values to write where placeholders stand; nothing is filled when empty. */
  readonly env: Readonly<Record<string, string>>;
}

export interface MendedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Mended {
  /** What was done, in the language asked for. */
  readonly applied: readonly { readonly file: string; readonly rule: string; readonly words: string }[];
  readonly changed: readonly MendedFile[];
  /** The mended package, to check it and to keep it. */
  readonly source: PackageSource;
  readonly download: { readonly name: string; readonly blob: Blob };
}

/** Mends a copy as far as that leaves no choice. What was chosen stays as it is. */
export async function mend({ source, language, env }: MendInput, report: Report): Promise<Mended> {
  const content = await readSource(source, report);
  const files = filesOf(content, await judge(content, {}));
  const { changed, applied } = applyFixes(files);
  const next = new Map([...files, ...changed]);
  const manifest = next.get(manifestPath);
  if (manifest !== undefined && Object.keys(env).length > 0) {
    const before = decode(manifest);
    const filled = fillJsonText(before, env);
    if (filled !== before) next.set(manifestPath, new TextEncoder().encode(filled));
  }
  const paths = [...next.keys()].filter((path) => next.get(path) !== files.get(path));
  return {
    applied: applied.map(({ file, rule, description }) => ({ file, rule, words: description[language] })),
    changed: paths.map((path) => ({ path, before: decode(files.get(path)), after: decode(next.get(path)) })),
    ...kept(source, next),
  };
}

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** As a manifest when it was one, else as a package; a folder stays a folder to check, as its author has it. */
function kept(source: PackageSource, files: ReadonlyMap<string, Uint8Array>): Pick<Mended, "source" | "download"> {
  const blobOf = (bytes: Uint8Array, type: string) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
  if (source.kind === "manifest") {
    const blob = blobOf(files.get(manifestPath) ?? new Uint8Array(), "application/json");
    const path = source.files[0]?.path ?? manifestPath;
    return { source: makeSource("manifest", source.name, [{ path, blob }]), download: { name: source.name, blob } };
  }
  const blob = blobOf(writePackage(files), "application/zip");
  const name = `${source.name.replace(/\.zip$/i, "")}-fixed.zip`;
  if (source.kind === "package")
    return { source: makeSource("package", name, [{ path: name, blob }]), download: { name, blob } };
  const parts = [...files].map(([path, bytes]) => ({ path, blob: blobOf(bytes, "") }));
  return { source: makeSource("folder", source.name, parts), download: { name, blob } };
}
