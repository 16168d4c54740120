import { createRoute } from "@tanstack/react-router";
import { Frame } from "./frame.tsx";
import { requireSession } from "./require-session.ts";
import { rootRoute } from "./root-route.tsx";

/** Everything that needs somebody signed in: the rail, the header and a place for the page. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  component: Frame,
  beforeLoad: requireSession,
});
