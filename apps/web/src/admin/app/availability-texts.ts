import type { TextOf } from "../../shared/language/text.ts";
import type { AvailabilityChoice } from "./availability-draft.ts";

/** The words of a choice, for the editor and for what others chose. */
export function choiceText(choice: AvailabilityChoice, t: TextOf): string {
  return {
    default: t("admin.app.availability.default"),
    everyone: t("admin.app.availability.everyone"),
    usersAndGroups: t("admin.app.availability.usersAndGroups"),
    noone: t("admin.app.availability.noone"),
  }[choice];
}
