import { HomeRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { TextOf } from "../shared/language/text.ts";

export interface AdminSection {
  readonly to: "/admin";
  readonly label: string;
  readonly icon: ReactElement;
}

/** The left navigation of the admin centre, from top to bottom. */
export function adminSections(t: TextOf): AdminSection[] {
  return [{ to: "/admin", label: t("admin.section.overview"), icon: <HomeRegular /> }];
}
