import type { Finding } from "@parvis/manifest";
import { hasCode } from "../../shared/api/problem.ts";

/** What keeps the package from being valid, in the screen's language, when that is why it was refused. */
export function refusedFindings(error: unknown): readonly Finding[] {
  if (!hasCode(error, "registration/refused")) return [];
  const { findings } = error.extra;
  return Array.isArray(findings) ? (findings as Finding[]).filter(({ severity }) => severity === "error") : [];
}
