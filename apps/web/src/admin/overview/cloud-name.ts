import type { TextOf } from "../../shared/language/text.ts";
import type { Session } from "../../shared/session.ts";

/** The cloud of an organisation, as Microsoft calls it. */
export function cloudName(cloud: Session["organisation"]["cloud"], t: TextOf): string {
  const names: Record<string, string> = {
    worldwide: t("admin.cloud.worldwide"),
    gcc: t("admin.cloud.gcc"),
    gcch: t("admin.cloud.gcch"),
    dod: t("admin.cloud.dod"),
  };
  return names[cloud] ?? cloud;
}
