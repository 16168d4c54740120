import type { Draft } from "../../desk.ts";
import { makeSource, manifestPath, type PackageSource, type SourceFile } from "../../source/package-source.ts";

/** A draft as the package it would become. */
export function packageOf({ name, files }: Draft, text: string): PackageSource {
  const manifest = { path: manifestPath, blob: new Blob([text], { type: "application/json" }) };
  return makeSource("folder", name, [manifest, ...files.filter(({ path }) => path !== manifestPath)]);
}

/** Files with more: one of the same path takes the place of the one that is there. The manifest is what is being written. */
export function withFiles(files: readonly SourceFile[], more: readonly SourceFile[]): SourceFile[] {
  const added = more.filter(({ path }) => path !== manifestPath);
  const paths = new Set(added.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
}
