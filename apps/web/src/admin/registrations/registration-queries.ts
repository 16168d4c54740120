import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Programs that may ask for tokens. */
export function useRegistrations(search: string | undefined) {
  return useEveryPage(
    ["app-registrations", search ?? ""],
    async (cursor) =>
      await read(
        api["app-registrations"].$get({
          query: {
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type Registration = NonNullable<ReturnType<typeof useRegistrations>["data"]>[number];
export type Secret = Registration["secrets"][number];

/** Permissions that Parvis's addresses ask for; others may be given, too. */
export const permissionsQuery = queryOptions({
  queryKey: ["app-permissions"],
  queryFn: async () => (await read(api["app-permissions"].$get())).permissions,
  staleTime: Number.POSITIVE_INFINITY,
});
