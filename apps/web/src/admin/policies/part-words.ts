import type { TextOf } from "../../shared/language/text.ts";
import type { PartName } from "./policy-parts.ts";
import type { CatalogRule } from "./policy-queries.ts";
import { appKindName, choiceName, choiceOf } from "./policy-words.ts";

/** Apps named in a line of text; the others are counted. */
const mostNamed = 8;

export function partName(part: PartName, t: TextOf): string {
  switch (part) {
    case "name":
      return t("admin.policies.name");
    case "description":
      return t("admin.policies.description");
    case "allowSideLoading":
      return t("admin.policies.setup.upload");
    case "allowUserPinning":
      return t("admin.policies.setup.pinning");
    case "pinnedAppBarApps":
      return t("admin.policies.setup.pinned");
    case "pinnedMessageBarApps":
      return t("admin.policies.setup.pinnedMessages");
    case "appPresetList":
      return t("admin.policies.setup.installed");
    default:
      return appKindName(part, t);
  }
}

/** A part's value in a line of text. @param nameOf an app's name by how the policy names it. */
export function valueWords(value: unknown, nameOf: (ref: string) => string, t: TextOf): string {
  const listed = (refs: readonly string[]) => {
    if (refs.length === 0) return t("admin.policies.nothing");
    const names = refs.slice(0, mostNamed).map(nameOf).join(", ");
    const more = refs.length - mostNamed;
    return more > 0 ? t("admin.policies.andMore", { names, count: more }) : names;
  };
  if (typeof value === "boolean") return value ? t("admin.policies.yes") : t("admin.policies.no");
  if (typeof value === "string") return value === "" ? t("admin.policies.nothing") : value;
  if (Array.isArray(value)) return listed(value as string[]);
  const rule = value as CatalogRule;
  const words = choiceName(choiceOf(rule), t);
  return rule.apps.length === 0 ? words : t("admin.policies.says", { kind: words, rule: listed(rule.apps) });
}
