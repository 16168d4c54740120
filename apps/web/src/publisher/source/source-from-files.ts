import { makeSource, manifestPath, type PackageSource, type SourceFile } from "./package-source.ts";

/** Why what was chosen cannot be looked at as one package. */
export type ChoiceFault = "nothing" | "several" | "too-many";

/** A file as it was chosen, by its path from what was chosen: `app/manifest.json`, or `todo.zip`. */
export interface ChosenFile {
  readonly path: string;
  readonly blob: Blob;
}

/**
 * One source from what was chosen or dropped: a package, a manifest, a folder, or the files of a package together.
 * @param folder its name, when a folder was chosen; the paths begin with it.
 */
export function sourceFrom(chosen: readonly ChosenFile[], folder?: string): PackageSource | ChoiceFault {
  const [first] = chosen;
  if (first === undefined) return "nothing";
  if (folder !== undefined) return folderFrom(chosen, folder);
  if (chosen.length === 1) return makeSource(/\.json$/i.test(first.path) ? "manifest" : "package", first.path, chosen);
  // A manifest and its icons, chosen together.
  return chosen.some(({ path }) => path === manifestPath) ? makeSource("folder", manifestPath, chosen) : "several";
}

function folderFrom(chosen: readonly ChosenFile[], folder: string): PackageSource {
  const inside = chosen.map(({ path, blob }) => ({ path: path.slice(folder.length + 1), blob }));
  const root = packageRoot(inside.map(({ path }) => path));
  const files = inside
    .filter(({ path }) => path.startsWith(root))
    .map(({ path, blob }): SourceFile => ({ path: path.slice(root.length), blob }));
  return makeSource("folder", `${folder}/${root}`.replace(/\/$/, ""), files);
}

/** Where in a project the package lies: in `appPackage/` more often than at its top. Empty when there is no telling. */
function packageRoot(paths: readonly string[]): string {
  const roots = paths
    .filter((path) => path === manifestPath || path.endsWith(`/${manifestPath}`))
    .map((path) => path.slice(0, -manifestPath.length));
  return roots.length === 1 ? (roots[0] ?? "") : "";
}
