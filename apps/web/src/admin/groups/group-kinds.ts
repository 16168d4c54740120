import type { TextOf } from "../../shared/language/text.ts";
import type { Group } from "./group-queries.ts";

export const groupKinds = ["security", "microsoft365", "mailEnabledSecurity", "distribution"] as const;

export function groupKindName(kind: Group["kind"], t: TextOf): string {
  const names: Record<Group["kind"], string> = {
    security: t("admin.policies.groups.kind.security"),
    microsoft365: t("admin.policies.groups.kind.microsoft365"),
    mailEnabledSecurity: t("admin.policies.groups.kind.mailEnabled"),
    distribution: t("admin.policies.groups.kind.distribution"),
  };
  return names[kind];
}
