import type { Language } from "@parvis/manifest";
import { useJob } from "../engine/use-job.ts";
import type { PackageSource } from "../source/package-source.ts";

/** What the engine says about two versions. */
export function useCompared(before: PackageSource, after: PackageSource, language: Language) {
  return useJob("compare", [`${before.id} ${after.id}`, language], { before, after, language });
}

export type ComparedJob = ReturnType<typeof useCompared>;
