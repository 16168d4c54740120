import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { requireIds } from "../shared/address.ts";
import { addCatalogue } from "../shared/language/language-store.ts";
import { patiently } from "../shared/patient-import.ts";
import { teamQuery, teamsQuery } from "../shared/teams.ts";
import { frameRoute } from "../shell/frame-route.ts";
import { appsMessages } from "./apps/locales/index.ts";
import {
  type AppSearch,
  type AppsSearch,
  type ChannelSearch,
  type MyAppsSearch,
  type PersonalAppSearch,
  readAppSearch,
  readAppsSearch,
  readChannelSearch,
  readMyAppsSearch,
  readPersonalAppSearch,
  readTeamSearch,
  readWebhookSearch,
  type TeamSearch,
  type WebhookSearch,
} from "./client-search.ts";
import { connectorMessages } from "./connectors/locales/index.ts";
import { clientMessages } from "./locales/index.ts";
import { teamMessages } from "./team/locales/index.ts";
import { webhookMessages } from "./webhooks/locales/index.ts";

/** The list of teams and channels beside what is open. */
const teamsRoute = createRoute({
  getParentRoute: () => frameRoute,
  id: "client",
  loader: async ({ context }) => {
    void context.queryClient.prefetchQuery(teamsQuery);
    await addCatalogue(clientMessages);
  },
  component: lazyRouteComponent(
    patiently(async () => await import("./teams-layout.tsx")),
    "TeamsLayout",
  ),
});

const homeRoute = createRoute({
  getParentRoute: () => teamsRoute,
  path: "/",
  component: lazyRouteComponent(
    patiently(async () => await import("./home-page.tsx")),
    "HomePage",
  ),
});

const channelRoute = createRoute({
  getParentRoute: () => teamsRoute,
  path: "/teams/$teamId/channels/$channelId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (search: Record<string, unknown>): ChannelSearch => readChannelSearch(search),
  component: lazyRouteComponent(
    patiently(async () => await import("./channel/channel-page.tsx")),
    "ChannelPage",
  ),
});

const teamRoute = createRoute({
  getParentRoute: () => teamsRoute,
  path: "/teams/$teamId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (search: Record<string, unknown>): TeamSearch => readTeamSearch(search),
  loader: async ({ context, params }) => {
    void context.queryClient.prefetchQuery(teamQuery(params.teamId));
    await Promise.all([addCatalogue(connectorMessages), addCatalogue(teamMessages)]);
  },
  component: lazyRouteComponent(
    patiently(async () => await import("./team/team-page.tsx")),
    "TeamPage",
  ),
});

const webhookRoute = createRoute({
  getParentRoute: () => teamsRoute,
  path: "/teams/$teamId/connectors/$configurationId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (search: Record<string, unknown>): WebhookSearch => readWebhookSearch(search),
  loader: async () => await Promise.all([addCatalogue(connectorMessages), addCatalogue(webhookMessages)]),
  component: lazyRouteComponent(
    patiently(async () => await import("./webhooks/webhook-page.tsx")),
    "WebhookPage",
  ),
});

const loadMailWords = async () =>
  await Promise.all([clientMessages, connectorMessages, webhookMessages].map(addCatalogue));

const mailWebhooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/mail-webhooks",
  loader: loadMailWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./webhooks/mail-webhooks-page.tsx")),
    "MailWebhooksPage",
  ),
});

const mailWebhookRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/mail-webhooks/$configurationId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (search: Record<string, unknown>): WebhookSearch => readWebhookSearch(search),
  loader: loadMailWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./webhooks/mail-webhook-page.tsx")),
    "MailWebhookPage",
  ),
});

/** Lists of one's apps speak of updates and details as the team's list does. */
const loadAppWords = async () => await Promise.all([clientMessages, appsMessages, teamMessages].map(addCatalogue));

const appsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/apps",
  validateSearch: (search: Record<string, unknown>): AppsSearch => readAppsSearch(search),
  loader: loadAppWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./apps/apps-page.tsx")),
    "AppsPage",
  ),
});

const manageAppsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/apps/manage",
  validateSearch: (search: Record<string, unknown>): MyAppsSearch => readMyAppsSearch(search),
  loader: loadAppWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./my-apps/my-apps-page.tsx")),
    "MyAppsPage",
  ),
});

const appRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/apps/$appId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (search: Record<string, unknown>): AppSearch => readAppSearch(search),
  loader: loadAppWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./apps/app-page.tsx")),
    "AppPage",
  ),
});

const personalAppRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/app/$appId/{-$entityId}",
  beforeLoad: ({ params: { appId } }) => requireIds({ appId }),
  validateSearch: (search: Record<string, unknown>): PersonalAppSearch => readPersonalAppSearch(search),
  loader: loadAppWords,
  component: lazyRouteComponent(
    patiently(async () => await import("./personal/personal-app-page.tsx")),
    "PersonalAppPage",
  ),
});

/** The address that stands in mails and on download buttons: the app, asking which team to add it to (lifecycle.md 3). */
const appLinkRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/l/app/$appId",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/apps/$appId", params, search: { add: true }, replace: true });
  },
});

export const clientRoutes = [
  teamsRoute.addChildren([homeRoute, channelRoute, teamRoute, webhookRoute]),
  mailWebhooksRoute,
  mailWebhookRoute,
  appsRoute,
  manageAppsRoute,
  appRoute,
  personalAppRoute,
  appLinkRoute,
] as const;
