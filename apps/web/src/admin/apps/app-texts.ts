import type { TextOf } from "../../shared/language/text.ts";
import type { ManagedApp } from "./managed-queries.ts";

export function publishingText(status: ManagedApp["publishingStatus"], t: TextOf): string {
  return {
    published: t("admin.apps.publishing.published"),
    submitted: t("admin.apps.publishing.submitted"),
    updateSubmitted: t("admin.apps.publishing.updateSubmitted"),
    rejected: t("admin.apps.publishing.rejected"),
  }[status];
}

/** For whom an app is; one that nobody has edited follows the organisation. */
export function availabilityText(app: Pick<ManagedApp, "availability" | "availabilityTouched">, t: TextOf): string {
  const words = {
    everyone: t("admin.apps.availability.everyone"),
    usersAndGroups: t("admin.apps.availability.usersAndGroups"),
    noone: t("admin.apps.availability.noone"),
  }[app.availability];
  return app.availabilityTouched ? words : t("admin.apps.availability.byDefault", { words });
}

export function certificationText(value: ManagedApp["certification"], t: TextOf): string {
  if (value === null) return "–";
  return value === "microsoft365Certified"
    ? t("admin.apps.certification.certified")
    : t("admin.apps.certification.attested");
}

export function licenseText(value: ManagedApp["licenses"], t: TextOf): string {
  if (value === null) return "–";
  return value === "purchase" ? t("admin.apps.licenses.purchase") : t("admin.apps.licenses.purchased");
}

export const yesOrNo = (value: boolean, t: TextOf) => (value ? t("admin.apps.yes") : t("admin.apps.no"));
