import { newGuid } from "../../shared/new-guid.ts";

/** A file, by its path in the package. The blob is a handle: nothing is read before the engine reads it. */
export interface SourceFile {
  readonly path: string;
  readonly blob: Blob;
}

/** What somebody chose to look at. It never leaves the browser. */
export interface PackageSource {
  /** Tells choices apart, also two of the same file: it may have changed in between. */
  readonly id: string;
  /** Of the file or the folder, as people know it. */
  readonly name: string;
  readonly kind: "package" | "manifest" | "folder";
  /** The package or the manifest itself, or what is in the folder. */
  readonly files: readonly SourceFile[];
}

export const manifestPath = "manifest.json";

export function makeSource(kind: PackageSource["kind"], name: string, files: readonly SourceFile[]): PackageSource {
  return { id: newGuid(), kind, name, files };
}

/** In bytes, before anything is inflated. */
export function sizeOf({ files }: PackageSource): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}
