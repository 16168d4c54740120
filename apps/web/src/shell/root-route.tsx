import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useRevealedPage } from "./revealed-page.ts";
import { RouteError } from "./route-error.tsx";

export interface RouterContext {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: RouteError,
});

function Root(): ReactElement {
  useRevealedPage();
  return <Outlet />;
}
