import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { addCatalogue } from "../../shared/language/language-store.ts";
import { patiently } from "../../shared/patient-import.ts";
import { requireSession } from "../../shell/require-session.ts";
import { rootRoute } from "../../shell/root-route.tsx";
import { clientMessages } from "../locales/index.ts";
import { connectMessages } from "./locales/index.ts";

export interface ConnectSearch {
  /** What the site asked for, packed by the server. */
  request?: string;
}

/** Where `/connectors/Connect` leads: a page of its own, on the way from a site and back to it. */
export const connectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/connect",
  validateSearch: (search: Record<string, unknown>): ConnectSearch =>
    search.request === undefined ? {} : { request: String(search.request) },
  beforeLoad: requireSession,
  loader: async () => await Promise.all([addCatalogue(clientMessages), addCatalogue(connectMessages)]),
  component: lazyRouteComponent(
    patiently(async () => await import("./connect-page.tsx")),
    "ConnectPage",
  ),
});
