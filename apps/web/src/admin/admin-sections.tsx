import {
  AppsListRegular,
  ClipboardCheckmarkRegular,
  ClipboardTaskListLtrRegular,
  HomeRegular,
  KeyMultipleRegular,
  PeopleCommunityRegular,
  PeopleRegular,
  PeopleTeamRegular,
  PersonClockRegular,
  PinRegular,
  SettingsRegular,
  ShieldTaskRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { TextOf } from "../shared/language/text.ts";
import type { SectionCounter } from "../shared/layout/section-nav.tsx";

export interface AdminSection {
  readonly to:
    | "/admin"
    | "/admin/apps"
    | "/admin/approvals"
    | "/admin/requests"
    | "/admin/teams"
    | "/admin/people"
    | "/admin/audit"
    | "/admin/app-registrations"
    | "/admin/policies/permission"
    | "/admin/policies/setup"
    | "/admin/groups"
    | "/admin/settings";
  readonly label: string;
  readonly icon: ReactElement;
  /** How much waits there. */
  readonly counter?: SectionCounter | undefined;
}

/** What waits for an administrator. */
export interface AdminCounts {
  /** Submissions to publish or reject. */
  readonly approvals: number;
  /** Apps that people wait for. */
  readonly requests: number;
}

/** The left navigation of the admin centre, from top to bottom. */
export function adminSections(t: TextOf, counts: AdminCounts): AdminSection[] {
  return [
    { to: "/admin", label: t("admin.section.overview"), icon: <HomeRegular /> },
    { to: "/admin/apps", label: t("admin.section.apps"), icon: <AppsListRegular /> },
    {
      to: "/admin/approvals",
      label: t("admin.section.approvals"),
      icon: <ClipboardCheckmarkRegular />,
      counter: { count: counts.approvals, label: t("admin.section.approvals.waiting", { count: counts.approvals }) },
    },
    {
      to: "/admin/requests",
      label: t("admin.section.requests"),
      icon: <PersonClockRegular />,
      counter: { count: counts.requests, label: t("admin.section.requests.waiting", { count: counts.requests }) },
    },
    {
      to: "/admin/policies/permission",
      label: t("admin.section.permissionPolicies"),
      icon: <ShieldTaskRegular />,
    },
    { to: "/admin/policies/setup", label: t("admin.section.setupPolicies"), icon: <PinRegular /> },
    { to: "/admin/teams", label: t("admin.section.teams"), icon: <PeopleTeamRegular /> },
    { to: "/admin/people", label: t("admin.section.people"), icon: <PeopleRegular /> },
    { to: "/admin/groups", label: t("admin.section.groups"), icon: <PeopleCommunityRegular /> },
    { to: "/admin/audit", label: t("admin.section.audit"), icon: <ClipboardTaskListLtrRegular /> },
    { to: "/admin/app-registrations", label: t("admin.section.registrations"), icon: <KeyMultipleRegular /> },
    { to: "/admin/settings", label: t("admin.section.settings"), icon: <SettingsRegular /> },
  ];
}
