import { createRoute, redirect } from "@tanstack/react-router";
import { hasCode } from "../shared/api/problem.ts";
import { sessionQuery } from "../shared/session.ts";
import { Frame } from "./frame.tsx";
import { rootRoute } from "./root-route.tsx";

/** Everything that needs somebody signed in: the rail, the header and a place for the page. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (!hasCode(error, "session/required")) throw error;
      throw redirect({
        to: "/sign-in",
        search: location.href === "/" ? {} : { returnTo: location.href },
        replace: true,
      });
    });
    return { session };
  },
});
