import { oneOf } from "../../shared/address.ts";
import type { TextOf } from "../../shared/language/text.ts";
import { type Category, type Feature, features, type Kind, kinds } from "./categories.ts";

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
