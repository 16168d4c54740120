import { oneOf } from "../../shared/address.ts";
import type { TextOf } from "../../shared/language/text.ts";

/** Whose an app is. */
export const kinds = ["custom", "thirdParty", "microsoft"] as const;
export type Kind = (typeof kinds)[number];
const features = ["personal", "team", "chat", "bot", "connector", "messageExtension"] as const;
type Feature = (typeof features)[number];

/** What the list of apps can be narrowed to. */
export const categories = [...kinds, ...features] as const;
export type Category = (typeof categories)[number];

/** As the API asks for it. */
export function categoryQuery(category: Category | undefined): { kind?: Kind; feature?: Feature } {
  const [kind, feature] = [oneOf(kinds, category), oneOf(features, category)];
  return { ...(kind && { kind }), ...(feature && { feature }) };
}

export function categoryText(category: Category, organisation: string, t: TextOf): string {
  return {
    custom: t("client.apps.builtFor", { organisation }),
    thirdParty: t("client.apps.category.thirdParty"),
    microsoft: t("client.apps.category.microsoft"),
    personal: t("client.apps.category.personal"),
    team: t("client.apps.category.team"),
    chat: t("client.apps.category.chat"),
    bot: t("client.apps.category.bot"),
    connector: t("client.apps.category.connector"),
    messageExtension: t("client.apps.category.messageExtension"),
  }[category];
}
