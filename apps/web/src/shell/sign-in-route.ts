import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { patiently } from "../shared/patient-import.ts";
import { sessionQuery } from "../shared/session.ts";
import { rootRoute } from "./root-route.tsx";

export interface SignInSearch {
  /** A path of ours to go to afterwards. */
  returnTo?: string;
}

/** Only paths of this Parvis: an address made by somebody else must not lead away after signing in. */
export function safeReturn(value: unknown): string | undefined {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => {
    const returnTo = safeReturn(search.returnTo);
    return returnTo === undefined ? {} : { returnTo };
  },
  beforeLoad: ({ context, search }) => {
    if (context.queryClient.getQueryData(sessionQuery.queryKey) !== undefined)
      throw redirect({ href: search.returnTo ?? "/" });
  },
  component: lazyRouteComponent(
    patiently(async () => await import("./sign-in-page.tsx")),
    "SignInPage",
  ),
});
