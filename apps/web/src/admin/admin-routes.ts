import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireIds } from "../shared/address.ts";
import { addCatalogue } from "../shared/language/language-store.ts";
import { patiently } from "../shared/patient-import.ts";
import { frameRoute } from "../shell/frame-route.ts";
import {
  type ApprovalsSearch,
  type AppSearch,
  type AppsSearch,
  type AuditSearch,
  type GroupSearch,
  type GroupsSearch,
  type PeopleSearch,
  type PoliciesSearch,
  type RegistrationsSearch,
  type RequestsSearch,
  readApprovalsSearch,
  readAppSearch,
  readAppsSearch,
  readAuditSearch,
  readGroupSearch,
  readGroupsSearch,
  readPeopleSearch,
  readPoliciesSearch,
  readRegistrationsSearch,
  readRequestsSearch,
  readTeamSearch,
  readTeamsSearch,
  requireKind,
  type TeamSearch,
  type TeamsSearch,
} from "./admin-search.ts";
import { appMessages } from "./app/locales/index.ts";
import { approvalMessages } from "./approvals/locales/index.ts";
import { appListMessages } from "./apps/locales/index.ts";
import { adminMessages } from "./locales/index.ts";
import { policyMessages } from "./policies/locales/index.ts";
import { requestMessages } from "./requests/locales/index.ts";
import { versionMessages } from "./versions/locales/index.ts";

type Given = Record<string, unknown>;

/** The admin centre: every page below has its left navigation. Sections are listed in admin-sections.ts. */
export const adminRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/admin",
  loader: async () => await addCatalogue(adminMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./admin-layout.tsx")),
    "AdminLayout",
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/",
  component: lazyRouteComponent(
    patiently(async () => await import("./overview/overview-page.tsx")),
    "OverviewPage",
  ),
});

const appsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/apps",
  validateSearch: (given: Given): AppsSearch => readAppsSearch(given),
  loader: async () => await addCatalogue(appListMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./apps/apps-page.tsx")),
    "AppsPage",
  ),
});

const appRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/apps/$appId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (given: Given): AppSearch => readAppSearch(given),
  loader: async () =>
    await Promise.all([appMessages, appListMessages, requestMessages, versionMessages].map(addCatalogue)),
  component: lazyRouteComponent(
    patiently(async () => await import("./app/app-page.tsx")),
    "AppPage",
  ),
});

const approvalsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/approvals",
  loader: async () => await Promise.all([appListMessages, approvalMessages, versionMessages].map(addCatalogue)),
});

const approvalListRoute = createRoute({
  getParentRoute: () => approvalsRoute,
  path: "/",
  validateSearch: (given: Given): ApprovalsSearch => readApprovalsSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./approvals/approvals-page.tsx")),
    "ApprovalsPage",
  ),
});

const submissionRoute = createRoute({
  getParentRoute: () => approvalsRoute,
  path: "/$submissionId",
  beforeLoad: ({ params }) => requireIds(params),
  component: lazyRouteComponent(
    patiently(async () => await import("./approvals/submission-page.tsx")),
    "SubmissionPage",
  ),
});

const requestsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/requests",
  validateSearch: (given: Given): RequestsSearch => readRequestsSearch(given),
  loader: async () => await Promise.all([appListMessages, requestMessages].map(addCatalogue)),
  component: lazyRouteComponent(
    patiently(async () => await import("./requests/requests-page.tsx")),
    "RequestsPage",
  ),
});

const teamsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/teams",
  validateSearch: (given: Given): TeamsSearch => readTeamsSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./teams/teams-page.tsx")),
    "TeamsPage",
  ),
});

const teamRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/teams/$teamId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (given: Given): TeamSearch => readTeamSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./team/team-page.tsx")),
    "TeamPage",
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/people",
  validateSearch: (given: Given): PeopleSearch => readPeopleSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./people/people-page.tsx")),
    "PeoplePage",
  ),
});

const registrationsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/app-registrations",
  validateSearch: (given: Given): RegistrationsSearch => readRegistrationsSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./registrations/registrations-page.tsx")),
    "RegistrationsPage",
  ),
});

const groupsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/groups",
  loader: async () => await addCatalogue(policyMessages),
  validateSearch: (given: Given): GroupsSearch => readGroupsSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./groups/groups-page.tsx")),
    "GroupsPage",
  ),
});

const groupRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/groups/$groupId",
  beforeLoad: ({ params }) => requireIds(params),
  loader: async () => await addCatalogue(policyMessages),
  validateSearch: (given: Given): GroupSearch => readGroupSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./groups/group-page.tsx")),
    "GroupPage",
  ),
});

const policiesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/policies/$kind",
  beforeLoad: ({ params }) => requireKind(params.kind),
  loader: async () => await addCatalogue(policyMessages),
  validateSearch: (given: Given): PoliciesSearch => readPoliciesSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./policies/policies-page.tsx")),
    "PoliciesPage",
  ),
});

const policyRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/policies/$kind/$policyId",
  beforeLoad: ({ params: { kind, policyId } }) => {
    requireKind(kind);
    requireIds({ policyId });
  },
  loader: async () => await addCatalogue(policyMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./policies/policy-page.tsx")),
    "PolicyPage",
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/settings",
  loader: async () => await addCatalogue(policyMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./settings/settings-page.tsx")),
    "SettingsPage",
  ),
});

const auditRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/audit",
  validateSearch: (given: Given): AuditSearch => readAuditSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./audit/audit-page.tsx")),
    "AuditPage",
  ),
});

export const adminRoutes = adminRoute.addChildren([
  overviewRoute,
  appsRoute,
  appRoute,
  approvalsRoute.addChildren([approvalListRoute, submissionRoute]),
  requestsRoute,
  teamsRoute,
  teamRoute,
  peopleRoute,
  groupsRoute,
  groupRoute,
  policiesRoute,
  policyRoute,
  auditRoute,
  registrationsRoute,
  settingsRoute,
]);
