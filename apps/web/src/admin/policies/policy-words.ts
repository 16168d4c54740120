import type { TextOf } from "../../shared/language/text.ts";
import type { CatalogRule, PolicyContent } from "./policy-queries.ts";

export const appKinds = ["microsoft", "thirdParty", "custom"] as const;
export type AppKind = (typeof appKinds)[number];

export function appKindName(kind: AppKind, t: TextOf): string {
  const names: Record<AppKind, string> = {
    microsoft: t("admin.policies.kind.microsoft"),
    thirdParty: t("admin.policies.kind.thirdParty"),
    custom: t("admin.policies.kind.custom"),
  };
  return names[kind];
}

export const choices = ["allowAll", "allowThese", "blockThese", "blockAll"] as const;
export type Choice = (typeof choices)[number];

/** The choice that a rule in Teams' own shape stands for (contracts.md B.4). */
export function choiceOf({ type, apps }: CatalogRule): Choice {
  if (type === "BlockedAppList") return apps.length === 0 ? "allowAll" : "blockThese";
  return apps.length === 0 ? "blockAll" : "allowThese";
}

export function choiceName(choice: Choice, t: TextOf): string {
  const names: Record<Choice, string> = {
    allowAll: t("admin.policies.choice.allowAll"),
    allowThese: t("admin.policies.choice.allowThese"),
    blockThese: t("admin.policies.choice.blockThese"),
    blockAll: t("admin.policies.choice.blockAll"),
  };
  return names[choice];
}

function ruleWords(rule: CatalogRule, t: TextOf): string {
  const count = rule.apps.length;
  const words: Record<Choice, string> = {
    allowAll: t("admin.policies.says.allowAll"),
    allowThese: t("admin.policies.says.allowThese", { count }),
    blockThese: t("admin.policies.says.blockThese", { count }),
    blockAll: t("admin.policies.says.blockAll"),
  };
  return words[choiceOf(rule)];
}

/** A policy in a line. */
export function summaryOf(content: PolicyContent, t: TextOf): string {
  if ("custom" in content) {
    // What is open to all needs no words, as it is so for most.
    const limited = appKinds.filter((kind) => choiceOf(content[kind]) !== "allowAll");
    if (limited.length === 0) return t("admin.policies.says.everything");
    return limited
      .map((kind) => t("admin.policies.says", { kind: appKindName(kind, t), rule: ruleWords(content[kind], t) }))
      .join(" · ");
  }
  return [
    t("admin.policies.says.pinned", { count: content.pinnedAppBarApps.length }),
    t("admin.policies.says.installed", { count: content.appPresetList.length }),
    content.allowSideLoading ? t("admin.policies.says.upload") : t("admin.policies.says.noUpload"),
  ].join(" · ");
}
