/** A verdict as Microsoft Graph refuses a package (contracts A.3, "Manifest rejection"). */
import type { Finding, Verdict } from "../finding.ts";
import { dottedPath } from "../json/pointer.ts";

export interface GraphErrorDetail {
  code: string;
  message: string;
  target: string;
}

/** The pieces of Graph's error; the caller adds request id and date and sends it with status 400. */
export interface GraphError {
  code: "BadRequest";
  message: string;
  innerError: { code: "UnableToParseTeamsAppManifest"; message: string; details: GraphErrorDetail[] };
  details: GraphErrorDetail[];
}

/** null when the verdict is valid. Only errors count: warnings refuse nothing. */
export function toGraphError(verdict: Pick<Verdict, "findings">): GraphError | null {
  const details = verdict.findings.filter((finding) => finding.severity === "error").map(detailOf);
  if (details.length === 0) return null;
  const message = details.map((detail) => `${detail.target} | ${detail.message}`).join("; ");
  return {
    code: "BadRequest",
    message,
    innerError: { code: "UnableToParseTeamsAppManifest", message, details },
    details,
  };
}

function detailOf(finding: Finding): GraphErrorDetail {
  return {
    code: finding.graph?.code ?? "SchemaError_Other",
    message: finding.message,
    target: finding.graph?.target ?? (dottedPath(finding.pointer) || finding.file || "manifest.json"),
  };
}
