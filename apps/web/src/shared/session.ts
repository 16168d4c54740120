import { queryOptions } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { api, read } from "./api/client.ts";

/** Who is signed in. Refused with session/required when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => await read(api.session.$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

export type Session = Awaited<ReturnType<NonNullable<typeof sessionQuery.queryFn>>>;

export const SessionContext = createContext<Session | undefined>(undefined);

/** The person who is signed in. Inside the frame there always is one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("useSession works inside the frame only");
  return session;
}
