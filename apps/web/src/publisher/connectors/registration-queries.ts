import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";

const pageSize = "48";
const registrations = api["connector-registrations"];

/** Registered connectors by name, a page at a time. */
export function registrationsQuery(search: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["registrations", search ?? ""],
    queryFn: async ({ pageParam }) =>
      await read(
        registrations.$get({
          query: {
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
}

/** One with its manifest, what validation says about it, and its use. */
export function registrationQuery(connectorId: string) {
  return queryOptions({
    queryKey: ["registration", connectorId],
    queryFn: async () => await read(registrations[":connectorId"].$get({ param: { connectorId } })),
  });
}

export type Registration = Awaited<ReturnType<NonNullable<ReturnType<typeof registrationQuery>["queryFn"]>>>;

/** Where the package is downloaded from. */
export function packageAddress(connectorId: string): string {
  return `/api/connector-registrations/${connectorId}/package`;
}
