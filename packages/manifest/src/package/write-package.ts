/** Files to zip, the same bytes every time: fixed times, sorted names, no trace of the machine. */
import { zipSync } from "fflate";
import { isLitter, plainName, unsafeName } from "./entry-names.ts";

/** The earliest time a zip can hold. The zip format has no time zone, so it is built from local fields, as it is read. */
const epoch = () => new Date(1980, 0, 1);

/** Names that belong to development and never into a package: hidden files, other zips, modules, values for placeholders. */
const leftOut = /(^|\/)(\.[^/]+|node_modules)(\/|$)|\.zip$|(^|\/)[^/]*\.env(\.[^/]*)?$/i;

/** True for files of a folder that `pack` puts into the package. */
export function belongsInPackage(name: string): boolean {
  // A plain object cannot hold an entry of this name, and no package has one.
  return name !== "__proto__" && !isLitter(name) && !leftOut.test(name) && unsafeName(name) === null;
}

/** Returns the zip's bytes. Names are taken with forward slashes; manifest.json comes first, so that readers find it at once. */
export function writePackage(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].map(plainName).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  const entries: Record<string, Uint8Array> = {};
  for (const name of names) {
    const bytes = files.get(name);
    if (bytes !== undefined && name !== "__proto__") entries[name] = bytes;
  }
  return zipSync(entries, { level: 9, mtime: epoch(), os: 0 });
}

function rank(name: string): number {
  return name === "manifest.json" ? 0 : 1;
}
