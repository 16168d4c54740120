import { writePackage } from "@parvis/manifest";
import type { PackageSource } from "../source/package-source.ts";
import type { Report } from "./engine-protocol.ts";
import { filesOf, judge, readSource } from "./read-source.ts";

/** A zip of a folder, byte for byte the same every time. */
export async function pack({ source }: { readonly source: PackageSource }, report: Report): Promise<Blob> {
  const content = await readSource(source, report);
  const files = filesOf(content, await judge(content, {}));
  return new Blob([writePackage(files) as Uint8Array<ArrayBuffer>], { type: "application/zip" });
}
