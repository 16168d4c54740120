import type { Finding } from "@parvis/manifest";
import type { IconPicture } from "../engine/icon-picture.ts";

/** What the findings say about one icon: about its file, or about the place that names it. */
export function findingsOfIcon(
  findings: readonly Finding[],
  { kind, declared, reading }: Pick<IconPicture, "kind" | "declared" | "reading">,
): Finding[] {
  const pointer = `/icons/${kind}`;
  const path = reading?.path ?? declared;
  return findings.filter(
    ({ file, pointer: at, rule }) =>
      (file !== "manifest.json" && file === path) || at === pointer || (rule.startsWith(`icon/${kind}-`) && at === ""),
  );
}
