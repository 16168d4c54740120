import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addCatalogue } from "../shared/language/language-store.ts";
import { frameRoute } from "../shell/frame-route.ts";
import { adminMessages } from "./locales/index.ts";

/** The admin centre: every page below has its left navigation. Sections are listed in admin-sections.ts. */
export const adminRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/admin",
  loader: async () => await addCatalogue(adminMessages),
  component: lazyRouteComponent(async () => await import("./admin-layout.tsx"), "AdminLayout"),
});

const overviewRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/",
  component: lazyRouteComponent(async () => await import("./overview-page.tsx"), "OverviewPage"),
});

export const adminRoutes = adminRoute.addChildren([overviewRoute]);
