import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { hasCode } from "../shared/api/problem.ts";
import { type Session, sessionQuery } from "../shared/session.ts";

interface Loading {
  readonly context: { readonly queryClient: QueryClient };
  readonly location: { readonly href: string };
}

/** Who is signed in; nobody goes by way of the sign-in page. For a route's `beforeLoad`. */
export async function requireSession({ context, location }: Loading): Promise<{ session: Session }> {
  const session = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (!hasCode(error, "session/required")) throw error;
    throw redirect({
      to: "/sign-in",
      search: location.href === "/" ? {} : { returnTo: location.href },
      replace: true,
    });
  });
  return { session };
}
