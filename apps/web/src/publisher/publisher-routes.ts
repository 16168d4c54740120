import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { addCatalogue } from "../shared/language/language-store.ts";
import { patiently } from "../shared/patient-import.ts";
import { frameRoute } from "../shell/frame-route.ts";
import { publisherMessages } from "./locales/index.ts";
import {
  type CheckSearch,
  type CompareSearch,
  type EditSearch,
  readCheckSearch,
  readCompareSearch,
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

export const publisherRoutes = publisherRoute.addChildren([checkRoute, checkByNameRoute, compareRoute, editRoute]);
