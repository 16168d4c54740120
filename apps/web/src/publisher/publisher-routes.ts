import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { requireIds } from "../shared/address.ts";
import { addCatalogue } from "../shared/language/language-store.ts";
import { patiently } from "../shared/patient-import.ts";
import { frameRoute } from "../shell/frame-route.ts";
import { registrationMessages } from "./connectors/locales/index.ts";
import { publisherMessages } from "./locales/index.ts";
import {
  type CheckSearch,
  type CompareSearch,
  type ConnectorSearch,
  type ConnectorsSearch,
  type EditSearch,
  readCheckSearch,
  readCompareSearch,
  readConnectorSearch,
  readConnectorsSearch,
  readEditSearch,
} from "./publisher-search.ts";

type Given = Record<string, unknown>;

/** The publisher's pages. Sections are listed in publisher-sections.tsx. */
export const publisherRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/publisher",
  loader: async () => await addCatalogue(publisherMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./publisher-layout.tsx")),
    "PublisherLayout",
  ),
});

const checkRoute = createRoute({
  getParentRoute: () => publisherRoute,
  path: "/",
  validateSearch: (given: Given): CheckSearch => readCheckSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./check/check-page.tsx")),
    "CheckPage",
  ),
});

/** Where people look for it who have read of "checking". */
const checkByNameRoute = createRoute({
  getParentRoute: () => publisherRoute,
  path: "/check",
  validateSearch: (given: Given): CheckSearch => readCheckSearch(given),
  beforeLoad: ({ search }) => {
    throw redirect({ to: "/publisher", search, replace: true });
  },
});

const compareRoute = createRoute({
  getParentRoute: () => publisherRoute,
  path: "/compare",
  validateSearch: (given: Given): CompareSearch => readCompareSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./compare/compare-page.tsx")),
    "ComparePage",
  ),
});

const editRoute = createRoute({
  getParentRoute: () => publisherRoute,
  path: "/edit",
  validateSearch: (given: Given): EditSearch => readEditSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./edit/edit-page.tsx")),
    "EditPage",
  ),
});

const connectorsRoute = createRoute({
  getParentRoute: () => publisherRoute,
  path: "/connectors",
  loader: async () => await addCatalogue(registrationMessages),
});

const connectorListRoute = createRoute({
  getParentRoute: () => connectorsRoute,
  path: "/",
  validateSearch: (given: Given): ConnectorsSearch => readConnectorsSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./connectors/connectors-page.tsx")),
    "ConnectorsPage",
  ),
});

const newConnectorRoute = createRoute({
  getParentRoute: () => connectorsRoute,
  path: "/new",
  component: lazyRouteComponent(
    patiently(async () => await import("./connectors/new-connector-page.tsx")),
    "NewConnectorPage",
  ),
});

const connectorRoute = createRoute({
  getParentRoute: () => connectorsRoute,
  path: "/$connectorId",
  beforeLoad: ({ params }) => requireIds(params),
  validateSearch: (given: Given): ConnectorSearch => readConnectorSearch(given),
  component: lazyRouteComponent(
    patiently(async () => await import("./connectors/connector-page.tsx")),
    "ConnectorPage",
  ),
});

export const publisherRoutes = publisherRoute.addChildren([
  checkRoute,
  checkByNameRoute,
  compareRoute,
  editRoute,
  connectorsRoute.addChildren([connectorListRoute, newConnectorRoute, connectorRoute]),
]);
