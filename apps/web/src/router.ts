import type { QueryClient } from "@tanstack/react-query";
import { createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoutes } from "./admin/admin-routes.ts";
import { clientRoutes } from "./client/client-routes.ts";
import { connectRoute } from "./client/connect/connect-route.ts";
import { publisherRoutes } from "./publisher/publisher-routes.ts";
import { setupRoute } from "./setup/setup-route.ts";
import { patiently } from "./shared/patient-import.ts";
import { frameRoute } from "./shell/frame-route.ts";
import { rootRoute } from "./shell/root-route.tsx";
import { RouteError } from "./shell/route-error.tsx";
import { signInRoute } from "./shell/sign-in-route.ts";

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  connectRoute,
  frameRoute.addChildren([...clientRoutes, publisherRoutes, adminRoutes]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: lazyRouteComponent(
      patiently(async () => await import("./shell/not-found-page.tsx")),
      "NotFoundPage",
    ),
    // Skeletons of our own come after 300 ms; what is there already stays until the next page is ready.
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
