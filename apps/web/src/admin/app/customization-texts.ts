import type { TextOf } from "../../shared/language/text.ts";
import type { IconName, TextName } from "./customization-draft.ts";

/** What can be customised, in words. */
export function customizationTexts(t: TextOf): Record<TextName | IconName, string> {
  return {
    shortName: t("admin.app.customize.shortName"),
    shortDescription: t("admin.app.customize.shortDescription"),
    fullDescription: t("admin.app.customize.fullDescription"),
    websiteUrl: t("admin.app.about.website"),
    privacyUrl: t("admin.app.about.privacy"),
    termsOfUseUrl: t("admin.app.about.terms"),
    accentColor: t("admin.app.customize.accentColor"),
    colorIcon: t("admin.app.customize.colorIcon"),
    outlineIcon: t("admin.app.customize.outlineIcon"),
  };
}
