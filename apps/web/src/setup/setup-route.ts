import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addCatalogue } from "../shared/language/language-store.ts";
import { patiently } from "../shared/patient-import.ts";
import { rootRoute } from "../shell/root-route.tsx";
import { setupMessages } from "./locales/index.ts";

export interface SetupSearch {
  /** From the link that the server printed. */
  token?: string;
}

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  validateSearch: (search: Record<string, unknown>): SetupSearch =>
    search.token === undefined ? {} : { token: String(search.token) },
  loader: async () => await addCatalogue(setupMessages),
  component: lazyRouteComponent(
    patiently(async () => await import("./setup-page.tsx")),
    "SetupPage",
  ),
});
