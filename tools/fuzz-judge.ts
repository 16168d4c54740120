/** The process that judges what tools/fuzz.ts sends: kept apart so that its memory and its time are its own. */
import { applyFixes, comparePackages, toGraphError, upgradeManifest, validatePackage } from "@parvis/manifest";

export interface Judgement {
  milliseconds: number;
  findings: number;
  /** The most this process has ever held, in bytes. */
  memory: number;
  failure: string | null;
}

process.on("message", async (bytes: Uint8Array) => {
  const start = performance.now();
  let findings = 0;
  let failure: string | null = null;
  try {
    const verdict = await validatePackage(bytes, { target: "store" });
    findings = verdict.findings.length;
    toGraphError(verdict);
    applyFixes(verdict.files);
    await comparePackages(verdict, verdict);
    if (verdict.valid && verdict.manifest !== null) await upgradeManifest(verdict.manifest);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const memory = process.resourceUsage().maxRSS * 1024;
  process.send?.({ milliseconds: performance.now() - start, findings, memory, failure } satisfies Judgement);
});
