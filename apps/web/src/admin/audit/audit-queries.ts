import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done, read } from "../../shared/api/client.ts";
import type { AuditSearch } from "../admin-search.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";
import { readOperations } from "./operations.ts";

const dayMilliseconds = 86_400_000;

/** Midnight of a day where the person is. */
function startOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

/** What the address asks for, as the API takes it. */
export function filterOf({ search, from, to, operations, person, team, app }: AuditSearch) {
  const names = readOperations(operations);
  return {
    ...(search === undefined ? {} : { text: search }),
    ...(from === undefined ? {} : { from: startOf(from).toISOString() }),
    // The day itself is included. An hour more or less where clocks change is not worth a library.
    ...(to === undefined ? {} : { to: new Date(startOf(to).getTime() + dayMilliseconds).toISOString() }),
    ...(names.length === 0 ? {} : { operation: names }),
    ...(person === undefined ? {} : { person }),
    ...(team === undefined ? {} : { team }),
    ...(app === undefined ? {} : { app }),
  };
}

/** Whether anything but words is asked for. */
export function isFiltered({ from, to, operations, person, team, app }: AuditSearch): boolean {
  return [from, to, operations, person, team, app].some((value) => value !== undefined);
}

/** Records that a search finds, newest first, read on as one scrolls. */
export function useAudit(search: AuditSearch) {
  const filter = filterOf(search);
  return useEveryPage(
    ["audit", "list", filter],
    async (cursor) =>
      await read(
        api.audit.$get({ query: { limit: pageSize, ...filter, ...(cursor === undefined ? {} : { cursor }) } }),
      ),
    1,
  );
}

/** Records are written behind the events that announce them. */
const writtenAfterMilliseconds = 500;

/** Number of the newest record a search finds; asked anew whenever something happens. */
export function newestRecordQuery(search: AuditSearch) {
  const filter = filterOf(search);
  return queryOptions({
    queryKey: ["audit-newest", filter],
    queryFn: async () => {
      await new Promise((resolve) => setTimeout(resolve, writtenAfterMilliseconds));
      return (await read(api.audit.$get({ query: { limit: "1", ...filter } }))).items[0]?.sequence ?? 0;
    },
  });
}

export type AuditRecord = NonNullable<ReturnType<typeof useAudit>["data"]>[number];

export function auditCountQuery(search: AuditSearch) {
  const filter = filterOf(search);
  return queryOptions({
    queryKey: ["audit", "count", filter],
    queryFn: async () => await read(api.audit.count.$get({ query: filter })),
  });
}

export const savedSearchesQuery = queryOptions({
  queryKey: ["audit", "searches"],
  queryFn: async () => (await read(api.audit.searches.$get())).items,
});

export function useSaveSearch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (search: { name: string; filter: Record<string, string> }) =>
      await read(api.audit.searches.$post({ json: search })),
    onSuccess: async () => await queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }),
  });
}

export function useDeleteSearch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (searchId: string) =>
      await done(api.audit.searches[":searchId"].$delete({ param: { searchId } })),
    onSuccess: async () => await queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }),
  });
}
