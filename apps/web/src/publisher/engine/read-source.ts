import {
  belongsInPackage,
  packageLimits,
  type ValidateOptions,
  type Verdict,
  validateFiles,
  validateManifestText,
  validatePackage,
} from "@parvis/manifest";
import { manifestPath, type PackageSource, type SourceFile, sizeOf } from "../source/package-source.ts";
import { EngineFault } from "./engine-fault.ts";
import type { Report } from "./engine-protocol.ts";

/** A source's bytes, read once. */
export type Content =
  | { readonly kind: "package" | "manifest"; readonly bytes: Uint8Array }
  | { readonly kind: "folder"; readonly files: ReadonlyMap<string, Uint8Array> };

/** @throws EngineFault when the file is gone, or a folder holds more than a package may. */
export async function readSource(source: PackageSource, report: Report): Promise<Content> {
  const total = sizeOf(source);
  const [first] = source.files;
  if (source.kind !== "folder") {
    if (first === undefined) throw new EngineFault("unreadable");
    report({ stage: "reading", done: 0, total });
    const bytes = await bytesOf(first);
    report({ stage: "judging", done: total, total });
    return { kind: source.kind, bytes };
  }
  const wanted = source.files.filter(({ path }) => belongsInPackage(path));
  const size = wanted.reduce((sum, { blob }) => sum + blob.size, 0);
  if (wanted.length > packageLimits.entries || size > packageLimits.inflated) throw new EngineFault("folder-too-large");
  const files = new Map<string, Uint8Array>();
  let done = 0;
  for (const file of wanted) {
    report({ stage: "reading", done, total: size });
    files.set(file.path, await bytesOf(file));
    done += file.blob.size;
  }
  report({ stage: "judging", done, total: size });
  return { kind: "folder", files };
}

async function bytesOf({ blob }: SourceFile): Promise<Uint8Array> {
  // The engine only needs its length to refuse it; a gigabyte need not be read for that.
  if (blob.size > packageLimits.compressed) return new Uint8Array(packageLimits.compressed + 1);
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new EngineFault("unreadable", { cause });
  }
}

/** The same verdict as the command line and the server give. */
export async function judge(content: Content, options: ValidateOptions): Promise<Verdict> {
  if (content.kind === "package") return await validatePackage(content.bytes, options);
  if (content.kind === "folder") return await validateFiles(content.files, options);
  // Without its mark the text would lose the finding about it; TextDecoder drops the mark unless told not to.
  return await validateManifestText(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content.bytes), options);
}

/** The files of what was judged, a manifest alone under the name that findings give it. */
export function filesOf(content: Content, verdict: Verdict): ReadonlyMap<string, Uint8Array> {
  return content.kind === "manifest" ? new Map([[manifestPath, content.bytes]]) : verdict.files;
}
