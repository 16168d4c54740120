/** The file on disk that a finding is about: inside a zip nothing can be pointed at but the zip. */
import type { Finding } from "@parvis/manifest";
import type { Judged } from "../input/packages.ts";

export function artifactPath({ path, kind }: Judged, finding: Finding): string {
  const plain = path.replaceAll("\\", "/").replace(/\/$/, "");
  return kind === "folder" && finding.file !== "" ? `${plain}/${finding.file}` : plain;
}
