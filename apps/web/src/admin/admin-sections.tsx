import {
  AppsListRegular,
  ClipboardTaskListLtrRegular,
  HomeRegular,
  KeyMultipleRegular,
  PeopleRegular,
  PeopleTeamRegular,
  SettingsRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { TextOf } from "../shared/language/text.ts";

export interface AdminSection {
  readonly to:
    | "/admin"
    | "/admin/apps"
    | "/admin/teams"
    | "/admin/people"
    | "/admin/audit"
    | "/admin/app-registrations"
    | "/admin/settings";
  readonly label: string;
  readonly icon: ReactElement;
}

/** The left navigation of the admin centre, from top to bottom. */
export function adminSections(t: TextOf): AdminSection[] {
  return [
    { to: "/admin", label: t("admin.section.overview"), icon: <HomeRegular /> },
    { to: "/admin/apps", label: t("admin.section.apps"), icon: <AppsListRegular /> },
    { to: "/admin/teams", label: t("admin.section.teams"), icon: <PeopleTeamRegular /> },
    { to: "/admin/people", label: t("admin.section.people"), icon: <PeopleRegular /> },
    { to: "/admin/audit", label: t("admin.section.audit"), icon: <ClipboardTaskListLtrRegular /> },
    { to: "/admin/app-registrations", label: t("admin.section.registrations"), icon: <KeyMultipleRegular /> },
    { to: "/admin/settings", label: t("admin.section.settings"), icon: <SettingsRegular /> },
  ];
}
