import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, read } from "./api/client.ts";
import { notify } from "./feedback/notices.ts";
import { useProblemText } from "./feedback/problem-text.ts";

/** What stands in the app bar: the administrator's pins, then one's own. */
export const appBarQuery = queryOptions({
  queryKey: ["my-apps", "bar"],
  queryFn: async () => await read(api.me["app-bar"].$get()),
});

export type AppBar = Awaited<ReturnType<NonNullable<typeof appBarQuery.queryFn>>>;
export type PinnedApp = AppBar["items"][number];

/** An app that one has. */
export function myAppQuery(appId: string) {
  return queryOptions({
    queryKey: ["my-apps", "one", appId],
    queryFn: async () => await read(api.me.apps[":appId"].$get({ param: { appId } })),
  });
}

export type MyApp = Awaited<ReturnType<NonNullable<ReturnType<typeof myAppQuery>["queryFn"]>>>;

/** Apps that one has, by name, a page at a time. */
export const myAppsQuery = infiniteQueryOptions({
  queryKey: ["my-apps", "list"],
  queryFn: async ({ pageParam }) =>
    await read(api.me.apps.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

interface Pins {
  readonly pinned: string[];
  readonly unpinned: string[];
}

function pinsOf({ items, unpinned }: AppBar): Pins {
  return {
    pinned: items.filter(({ pinnedBy }) => pinnedBy === "person").map(({ app }) => app.id),
    unpinned: unpinned.map(({ id }) => id),
  };
}

/** The bar with its own pins in another order, before the server has said so. */
function ordered(bar: AppBar, pinned: readonly string[]): AppBar {
  const own = new Map(bar.items.map((item) => [item.app.id, item]));
  const byPolicy = bar.items.filter(({ pinnedBy }) => pinnedBy === "policy");
  return { ...bar, items: [...byPolicy, ...pinned.flatMap((id) => own.get(id) ?? [])] };
}

/** Pins, unpins and orders apps in the bar; what is on the screen changes at once. */
export function usePins() {
  const queryClient = useQueryClient();
  const textOf = useProblemText();
  const change = useMutation({
    mutationFn: async (pins: Pins) => await read(api.me["app-bar"].$put({ json: pins })),
    onMutate: ({ pinned }) => {
      queryClient.setQueryData(appBarQuery.queryKey, (bar) => bar && ordered(bar, pinned));
    },
    onSuccess: (bar) => queryClient.setQueryData(appBarQuery.queryKey, bar),
    onError: (error) => {
      const { title, detail } = textOf(error);
      notify({ intent: "error", title, ...(detail === undefined ? {} : { body: detail }) });
      void queryClient.invalidateQueries({ queryKey: appBarQuery.queryKey });
    },
  });
  const bar = async () => pinsOf(await queryClient.fetchQuery({ ...appBarQuery, staleTime: 0 }));
  return {
    pin: async (appId: string) => {
      const { pinned, unpinned } = await bar();
      change.mutate({
        pinned: pinned.includes(appId) || unpinned.includes(appId) ? pinned : [...pinned, appId],
        unpinned: unpinned.filter((id) => id !== appId),
      });
    },
    unpin: async (appId: string, pinnedBy: PinnedApp["pinnedBy"]) => {
      const { pinned, unpinned } = await bar();
      change.mutate({
        pinned: pinned.filter((id) => id !== appId),
        unpinned: pinnedBy === "policy" ? [...unpinned, appId] : unpinned,
      });
    },
    order: (now: AppBar, pinned: string[]) => change.mutate({ ...pinsOf(now), pinned }),
  };
}
