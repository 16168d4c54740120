import type { TextOf } from "../../shared/language/text.ts";
import type { PolicySummary } from "./policy-queries.ts";

/** What is said about a policy; built-in ones that nobody has described yet speak the language of the screen. */
export function descriptionOf({ name, builtIn, effectiveSince, description }: PolicySummary, t: TextOf): string {
  if (!builtIn || effectiveSince !== null) return description;
  return name === "Global" ? t("admin.policies.global.text") : t("admin.policies.firstline.text");
}
